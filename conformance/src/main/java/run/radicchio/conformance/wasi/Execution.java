package run.radicchio.conformance.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A test's program while it runs, with what speaks to it. Used by one thread; the program has one
 * of its own.
 */
final class Execution implements Closeable {
  /** How long anything may take that the program has to do. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Host host;
  private final TestCase test;
  private final List<Closeable> opened = new ArrayList<>();
  private final Map<String, Socket> sockets = new HashMap<>();
  private final Captured out = new Captured();
  private final Captured err = new Captured();
  private @Nullable OutputStream in;
  private @Nullable FutureTask<Integer> program;
  private @Nullable Thread thread;
  private @Nullable URI address;

  Execution(Host host, TestCase test) {
    this.host = host;
    this.test = test;
  }

  /**
   * Does what is next.
   *
   * @throws Mismatch if the program does not do its part
   */
  void run(Operation operation) throws Mismatch, IOException, InterruptedException {
    switch (operation) {
      case Operation.Run it -> start(it);
      case Operation.Wait it -> awaitEnd(it.exitCode());
      case Operation.Write it -> {
        running(in).write(it.payload().getBytes(UTF_8));
        running(in).flush();
      }
      case Operation.Read it ->
          expect(
              it.stream(),
              it.payload(),
              (it.stream().equals("stderr") ? err : out).read(length(it.payload()), LIMIT));
      case Operation.Connect it -> connect(it.socket());
      case Operation.Send it -> {
        OutputStream sending = socket(it.socket()).getOutputStream();
        sending.write(it.payload().getBytes(UTF_8));
        sending.flush();
      }
      case Operation.Receive it ->
          expect(
              it.socket(),
              it.payload(),
              new String(
                  socket(it.socket()).getInputStream().readNBytes(length(it.payload())), UTF_8));
      case Operation.Request it -> request(it);
      case Operation.Kill _ -> running(thread).interrupt();
    }
  }

  /** What the program has written to standard error. */
  String said() {
    return err.all().strip();
  }

  private void start(Operation.Run run) throws IOException {
    Map<String, String> environment = new LinkedHashMap<>(run.environment());
    for (Specification.Server server : test.specification().servers()) {
      environment.put(
          "HTTP_SERVER_" + server.name().toUpperCase(Locale.ROOT),
          opened(EndpointServer.start(server)).address());
    }
    String root = run.root();
    Host.Program described =
        new Host.Program(
            test.component(),
            test.specification().isService(),
            test.specification().network(),
            run.arguments(),
            environment,
            root == null
                ? null
                : opened(Scratch.of(test.component().resolveSibling(root))).folder());
    Pipe pipe = Pipe.open();
    InputStream reading = opened(Channels.newInputStream(pipe.source()));
    in = opened(Channels.newOutputStream(pipe.sink()));
    program = new FutureTask<>(() -> runToEnd(described, reading));
    thread = Thread.ofPlatform().name("radicchio-wasi-testsuite").daemon().start(program);
  }

  private int runToEnd(Host.Program described, InputStream reading) {
    try (out;
        err) {
      return host.run(described, reading, out, err);
    }
  }

  private void awaitEnd(int expected) throws Mismatch, IOException, InterruptedException {
    running(in).close();
    try {
      int status = running(program).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (status != expected) {
        throw new Mismatch(
            "expected to end with %d, but it ends with %d".formatted(expected, status));
      }
    } catch (TimeoutException _) {
      throw new Mismatch("it does not end within %d s".formatted(LIMIT.toSeconds()));
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the host failed: " + failure.getCause(), failure);
    }
  }

  private void connect(String name) throws Mismatch, IOException, InterruptedException {
    String line = out.readLine(LIMIT);
    int colon = line.lastIndexOf(':');
    if (colon < 0) {
      throw new Mismatch("expected it to print an address, got \"%s\"".formatted(line));
    }
    Socket socket =
        opened(new Socket(line.substring(0, colon), Integer.parseInt(line.substring(colon + 1))));
    socket.setSoTimeout((int) LIMIT.toMillis());
    sockets.put(name, socket);
  }

  private Socket socket(String name) {
    return running(sockets.get(name));
  }

  private void request(Operation.Request request)
      throws Mismatch, IOException, InterruptedException {
    java.net.http.HttpRequest.Builder sent =
        java.net.http.HttpRequest.newBuilder(address().resolve(request.path()))
            .timeout(LIMIT)
            .method(
                request.method(),
                java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
    request.headers().forEach(sent::header);
    HttpResponse<String> answer;
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      answer = client.send(sent.build(), HttpResponse.BodyHandlers.ofString());
    }
    String what = request.method() + " " + request.path();
    expect(what, String.valueOf(request.answer().status()), String.valueOf(answer.statusCode()));
    for (Map.Entry<String, String> header : request.answer().headers().entrySet()) {
      expect(
          what + ": " + header.getKey(),
          header.getValue(),
          answer.headers().firstValue(header.getKey()).orElse("nothing"));
    }
    expect(what, request.answer().body(), answer.body());
  }

  /** The address of the service, which is in the first line that it writes. */
  private URI address() throws Mismatch, InterruptedException {
    if (address == null) {
      String line = out.readLine(LIMIT);
      int start = line.indexOf("http://");
      if (start < 0) {
        throw new Mismatch("expected the address of the service, got \"%s\"".formatted(line));
      }
      address = URI.create(line.substring(start).split("\\s", 2)[0]);
    }
    return address;
  }

  private static int length(String payload) {
    return payload.getBytes(UTF_8).length;
  }

  private static void expect(String where, String expected, String actual) throws Mismatch {
    if (!actual.equals(expected)) {
      throw new Mismatch("%s: expected \"%s\", got \"%s\"".formatted(where, expected, actual));
    }
  }

  private static <T> T running(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the specification uses what it has not begun");
    }
    return part;
  }

  private <T extends Closeable> T opened(T one) {
    opened.add(one);
    return one;
  }

  /** Ends the program, if it still runs. */
  @Override
  public void close() throws IOException {
    try {
      if (thread != null) {
        thread.interrupt();
        thread.join(LIMIT);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    for (Closeable one : opened.reversed()) {
      one.close();
    }
  }
}
