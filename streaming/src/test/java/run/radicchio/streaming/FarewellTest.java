package run.radicchio.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who watches hears why it is over. */
final class FarewellTest {
  private static final int NORMAL = 1000;

  private static Client watching(StreamServer server) {
    String host = "127.0.0.1:" + server.port();
    String origin = "http://" + host;
    String key = server.invitation().replaceFirst(".*#invite=", "");
    String token;
    try (Client page = new Client(server.port(), null)) {
      token =
          page.request(Client.invitation(server.port(), key, origin)).substring("201 ".length());
    }
    Client viewer = new Client(server.port(), null);
    assertEquals("101 ", viewer.request(Client.upgrade(host, origin, token)));
    viewer.listen();
    viewer.hello();
    Client.await(() -> viewer.pictures() > 0);
    return viewer;
  }

  @Test
  void ofAServerThatStops() {
    StreamServer server =
        new StreamServer(
            new ColorGuest(),
            StreamServer.Options.defaults(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    try (Client one = watching(server);
        Client other = watching(server)) {
      server.close();
      for (Client viewer : new Client[] {one, other}) {
        assertEquals(NORMAL, viewer.awaitClose());
        List<String> texts = viewer.texts();
        assertTrue(
            texts.stream().anyMatch(text -> text.contains("the server stops")), texts::toString);
      }
    }
  }
}
