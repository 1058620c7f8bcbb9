package run.radicchio.streaming.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What only those know who were told.
 *
 * @param text of letters, digits, {@code -} and {@code _}
 */
public record Secret(String text) {
  private static final int BYTES = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** One of 192 bits that nobody can guess. */
  public static Secret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether somebody knows it, in a time that does not tell how nearly. */
  boolean is(String said) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }

  /** Not what it is: this is for logs. */
  @Override
  public String toString() {
    return "a secret";
  }
}
