package run.radicchio.bench.streams;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.display.Size;

/** A viewer's page, but for that it decodes nothing: it takes pictures and says that it has. */
final class Page implements WebSocket.Listener {
  /** Where the sequence number of a picture is. */
  private static final int SEQUENCE = 4;

  private final AtomicLong pictures = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private boolean begins = true;

  /**
   * Opens a session, as who was invited does.
   *
   * @param invitation the address that was printed, with the key at its end
   */
  static Page open(URI invitation, Size size) throws Exception {
    String key = invitation.getFragment().replaceFirst("invite=", "");
    URI server = URI.create(invitation.toString().replaceFirst("/#.*", ""));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest asks =
        HttpRequest.newBuilder(server.resolve("/sessions"))
            .header("Origin", server.toString())
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    String token = client.send(asks, HttpResponse.BodyHandlers.ofString()).body().strip();
    Page page = new Page();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .header("Origin", server.toString())
            .subprotocols("radicchio", token)
            .buildAsync(URI.create("ws://" + server.getAuthority() + "/stream"), page)
            .join();
    String hello =
        "{\"type\": \"hello\", \"codecs\": \"vp8\", \"width\": %d, \"height\": %d}"
            .formatted(size.width(), size.height());
    socket.sendText(hello, true).join();
    return page;
  }

  /** How many pictures have come. */
  long pictures() {
    return pictures.get();
  }

  /** How many bytes they had. */
  long bytes() {
    return bytes.get();
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    bytes.addAndGet(data.remaining());
    if (begins) {
      pictures.incrementAndGet();
      int sequence = data.getInt(data.position() + SEQUENCE);
      var _ =
          socket.sendText(
              "{\"type\": \"ack\", \"sequence\": %d, \"decode\": 0}".formatted(sequence), true);
    }
    begins = last;
    socket.request(1);
    return null;
  }
}
