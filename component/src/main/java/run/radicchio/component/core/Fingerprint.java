package run.radicchio.component.core;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of bytes, which stands for them.
 *
 * @param hex in 64 lower-case digits
 */
public record Fingerprint(String hex) {
  /** How many digits it has. */
  public static final int LENGTH = 64;

  /**
   * The fingerprint of bytes, given in parts. Where one ends and the next begins leaves no trace.
   */
  public static Fingerprint of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("every Java platform has SHA-256", e);
    }
  }

  /** The digits. */
  public byte[] bytes() {
    return hex.getBytes(US_ASCII);
  }
}
