package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A server that is running, by the command. */
final class Served implements AutoCloseable {
  private static final Path GUESTS = Path.of("../wasi/guests");

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
  private final StringWriter err = new StringWriter();
  private final Thread thread;
  private final HttpClient client;
  private final URI root;

  /** By a guest of WASI. */
  Served(String guest, String... options) throws IOException {
    this(HttpClient.newHttpClient(), guest, options);
  }

  /** The same, for a client. */
  Served(HttpClient client, String guest, String... options) throws IOException {
    this.client = client;
    PipedWriter out = new PipedWriter();
    BufferedReader said = new BufferedReader(new PipedReader(out));
    List<String> arguments = new ArrayList<>(List.of("serve", "--addr", "127.0.0.1:0"));
    arguments.addAll(List.of(options));
    arguments.add(GUESTS.resolve(guest + ".wasm").toString());
    StandardStreams streams =
        new StandardStreams(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Set.of());
    thread =
        Thread.ofPlatform()
            .start(
                () ->
                    exitCode.complete(
                        Radicchio.commandLine(streams)
                            .setOut(new PrintWriter(out, true))
                            .setErr(new PrintWriter(err, true))
                            .execute(arguments.toArray(String[]::new))));
    String line = said.readLine();
    assertTrue(line.matches("serving on https?://127.0.0.1:\\d+/"), line);
    root = URI.create(line.substring("serving on ".length()));
  }

  /** Where it serves. */
  URI root() {
    return root;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(root.resolve(path));
  }

  CompletableFuture<HttpResponse<String>> begin(HttpRequest request) {
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  Socket connect() throws IOException {
    return new Socket(root.getHost(), root.getPort());
  }

  String said() {
    synchronized (err.getBuffer()) {
      return err.toString();
    }
  }

  /** Ends it as a signal does. */
  @Override
  public void close() {
    thread.interrupt();
    assertEquals(0, exitCode.join());
    client.close();
  }
}
