package run.radicchio.bench.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.net.InetAddress;

/** What the guests say, without a guest: by the server that the command has. */
final class BareServer {
  static final String TEXT = "hello\n";

  private BareServer() {}

  /** Serves until the process ends, and says where as the command does. */
  public static void main(String[] arguments) {
    System.out.println("serving on http://127.0.0.1:" + start().port() + "/");
  }

  private static WebServer start() {
    byte[] bytes = TEXT.getBytes(UTF_8);
    return WebServer.builder()
        .address(InetAddress.getLoopbackAddress())
        .featuresDiscoverServices(false)
        .routing(
            routing ->
                routing.any(
                    (_, response) ->
                        response.header(HeaderNames.CONTENT_TYPE, "text/plain").send(bytes)))
        .build()
        .start();
  }
}
