package run.radicchio.bench.streams;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
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
  private final ByteArrayOutputStream picture = new ByteArrayOutputStream();
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

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
    byte[] part = new byte[data.remaining()];
    data.get(part);
    picture.writeBytes(part);
    if (last) {
      shown(socket, ByteBuffer.wrap(picture.toByteArray()));
      picture.reset();
    }
    socket.request(1);
    return null;
  }

  /** One text is sent after the other: this client refuses to send several at once. */
  private void shown(WebSocket socket, ByteBuffer message) {
    pictures.incrementAndGet();
    bytes.addAndGet(message.remaining());
    String ack =
        "{\"type\": \"ack\", \"sequence\": %d, \"decode\": 0}".formatted(message.getInt(SEQUENCE));
    sent = sent.thenCompose(_ -> socket.sendText(ack, true));
  }
}
