package run.radicchio.conformance.wasi;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * A server for the requests of a program, on a port of its own. It speaks HTTP/1.1 with trailers,
 * one request a connection.
 */
final class EndpointServer implements Closeable {
  private final ServerSocket listening;
  private final List<Endpoint> endpoints;

  private EndpointServer(ServerSocket listening, List<Endpoint> endpoints) {
    this.listening = listening;
    this.endpoints = endpoints;
  }

  /** Starts one; one that is not to listen is an address with nothing at it. */
  static EndpointServer start(Specification.Server server) throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
    EndpointServer started = new EndpointServer(listening, server.endpoints());
    if (server.isListening()) {
      Thread.ofVirtual().start(started::accept);
    } else {
      listening.close();
    }
    return started;
  }

  /** Its host and port. */
  String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket connection = listening.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException _) {
        return; // it is closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        OutputStream out = new BufferedOutputStream(connection.getOutputStream())) {
      HttpRequest request = HttpRequest.read(new BufferedInputStream(connection.getInputStream()));
      HttpReply reply =
          endpoints.stream()
              .filter(one -> one.method().equals(request.method()))
              .filter(one -> one.path().equals(request.path()))
              .findFirst()
              .map(one -> HttpReply.of(one, request))
              .orElse(HttpReply.NOT_FOUND);
      reply.write(out, !request.method().equals("HEAD"));
    } catch (IOException _) {
      // The program has gone; what it says of that is what the test looks at.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
