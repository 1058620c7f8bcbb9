package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;
import run.radicchio.wasi.http.Body;
import run.radicchio.wasi.http.BodySink;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.Field;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.HttpFailure;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.ResponseHead;

/** A guest of WASI 0.3 that hands requests and answers on, to and from a server on this machine. */
class HttpForwardTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final Component GUEST = Ended.guest("http-p3");

  private static HttpServer server;
  private static LinkedComponent linked;
  private static String path;

  /** What the server saw of the last exchange that did not come to its end. */
  private static final CompletableFuture<IOException> BROKEN_REQUEST = new CompletableFuture<>();

  private static final CompletableFuture<IOException> BROKEN_ANSWER = new CompletableFuture<>();

  @BeforeAll
  static void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/echo", HttpForwardTest::answer);
    server.start();
    path = "/forward?127.0.0.1:" + server.getAddress().getPort();
    Wasi wasi = Wasi.builder().network(Endpoints.of("127.0.0.1")).build();
    linked = wasi.addTo(new Linker()).link(GUEST);
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  /** What is posted comes back; else bytes come that do not end. */
  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("x-answer", "forwarded");
    if (exchange.getRequestMethod().equals("POST")) {
      byte[] bytes;
      try {
        bytes = exchange.getRequestBody().readAllBytes();
      } catch (IOException broken) {
        BROKEN_REQUEST.complete(broken);
        throw broken;
      }
      exchange.sendResponseHeaders(201, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    } else {
      exchange.sendResponseHeaders(200, 0);
      try {
        while (true) {
          exchange.getResponseBody().write(new byte[1 << 16]);
        }
      } catch (IOException broken) {
        BROKEN_ANSWER.complete(broken);
        throw broken;
      }
    }
  }

  private static void forward(Exchange exchange) throws Exception {
    try (Instance instance = linked.instantiate()) {
      HttpService.P3.answer(exchange, instance, LONG);
    }
  }

  private static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** A body without trailers, which requests cannot have on their way out. */
  private record Posted(RecordedExchange recorded, InputStream bytes) implements Exchange {
    @Override
    public RequestHead request() {
      return recorded.request();
    }

    @Override
    public Body body() {
      return new Body(bytes);
    }

    @Override
    public BodySink answer(ResponseHead head, @Nullable Long length) throws IOException {
      return recorded.answer(head, length);
    }
  }

  @Test
  void handsBothOn() throws Exception {
    byte[] body = bytes(300_001, 1);
    RecordedExchange exchange = RecordedExchange.post(path, new byte[0]);
    forward(new Posted(exchange, new ByteArrayInputStream(body)));
    assertArrayEquals(body, exchange.bytes());
    assertEquals(201, exchange.head().status());
    assertEquals(
        List.of("forwarded"),
        exchange.head().headers().stream()
            .filter(field -> field.name().equalsIgnoreCase("x-answer"))
            .map(Field::value)
            .toList());
  }

  @Test
  void manyAtOnceDoNotMix() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RecordedExchange>> exchanges =
          IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            RecordedExchange exchange = RecordedExchange.post(path, new byte[0]);
                            InputStream body = new ByteArrayInputStream(bytes(1000 * i, i));
                            forward(new Posted(exchange, body));
                            return exchange;
                          }))
              .toList();
      for (int i = 0; i < exchanges.size(); i++) {
        assertArrayEquals(bytes(1000 * i, i), exchanges.get(i).get().bytes());
      }
    }
  }

  @Test
  void aClientThatBreaksOffItsRequestBreaksOffTheOther() throws Exception {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new HttpFailure(new ErrorCode.ConnectionTerminated());
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    RecordedExchange exchange = RecordedExchange.post(path, new byte[0]);
    InputStream body = new SequenceInputStream(new ByteArrayInputStream(bytes(100_000, 2)), broken);
    assertThrows(HttpException.class, () -> forward(new Posted(exchange, body)));
    assertInstanceOf(IOException.class, BROKEN_REQUEST.get(LONG.toSeconds(), TimeUnit.SECONDS));
  }

  /** Takes some of the answer and is gone. */
  private record Leaving(RecordedExchange recorded) implements Exchange, BodySink {
    @Override
    public RequestHead request() {
      return recorded.request();
    }

    @Override
    public Body body() {
      return Body.empty();
    }

    @Override
    public BodySink answer(ResponseHead head, @Nullable Long length) throws IOException {
      var _ = recorded.answer(head, length);
      return this;
    }

    @Override
    public void write(ByteBuffer chunk) throws IOException {
      recorded.write(chunk);
      if (recorded.bytes().length > 200_000) {
        throw new IOException("the client is gone");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void end(@Nullable List<Field> trailers) {}

    @Override
    public void abort(ErrorCode why) {}
  }

  @Test
  void aClientThatLeavesEndsTheOthersAnswer() throws Exception {
    RecordedExchange exchange = RecordedExchange.get(path);
    assertThrows(HttpException.class, () -> forward(new Leaving(exchange)));
    assertInstanceOf(IOException.class, BROKEN_ANSWER.get(LONG.toSeconds(), TimeUnit.SECONDS));
  }
}
