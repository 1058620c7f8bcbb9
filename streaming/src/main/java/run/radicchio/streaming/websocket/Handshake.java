package run.radicchio.streaming.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The beginning of a WebSocket (RFC 6455, section 4.2). */
public final class Handshake {
  private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String VERSION = "13";
  private static final int KEY_BYTES = 16;

  private Handshake() {}

  /**
   * The value of {@code Sec-WebSocket-Accept}.
   *
   * @param version what the client's {@code Sec-WebSocket-Version} says, if anything
   * @param key what its {@code Sec-WebSocket-Key} says, if anything
   * @return null if these do not begin a WebSocket
   */
  public static @Nullable String accept(@Nullable String version, @Nullable String key) {
    if (!VERSION.equals(version) || key == null || !isKey(key)) {
      return null;
    }
    try {
      byte[] text = (key + SUFFIX).getBytes(StandardCharsets.ISO_8859_1);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private static boolean isKey(String key) {
    try {
      return Base64.getDecoder().decode(key).length == KEY_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
