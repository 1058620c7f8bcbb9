package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server that is running, by the command. */
final class Served implements AutoCloseable {
  private static final Path GUESTS = Path.of("../wasi/guests");

  private final RunningCommand command;
  private final HttpClient client;
  private final URI root;

  /** By a guest of WASI. */
  Served(String guest, String... options) throws IOException {
    this(HttpClient.newHttpClient(), guest, options);
  }

  /** The same, for a client. */
  Served(HttpClient client, String guest, String... options) throws IOException {
    this.client = client;
    List<String> arguments = new ArrayList<>(List.of("serve", "--addr", "127.0.0.1:0"));
    arguments.addAll(List.of(options));
    arguments.add(GUESTS.resolve(guest + ".wasm").toString());
    command = new RunningCommand(arguments.toArray(String[]::new));
    String line = command.nextLine();
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
    return command.said();
  }

  /** Ends it as a signal does. */
  @Override
  public void close() {
    command.close();
    client.close();
  }
}
