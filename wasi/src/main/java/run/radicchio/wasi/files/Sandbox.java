package run.radicchio.wasi.files;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.Types.MetadataHashValue;

/** What the guests of one host share: how much they may have open, and a secret. */
public final class Sandbox {
  /**
   * Files, directories and what reads or writes them: each takes one or two of the system's
   * descriptors, of which a process has some thousands, and a guest is to leave it some.
   */
  private static final int MOST_OPEN = 1000;

  private final AtomicInteger open = new AtomicInteger();
  private final byte[] secret;

  /** A sandbox with nothing open. */
  public Sandbox(byte[] secret) {
    this.secret = secret.clone();
  }

  /**
   * One more is open: a file, a directory or what reads or writes one.
   *
   * @throws FileException {@code INSUFFICIENT_MEMORY} if there are too many
   */
  void opens() throws FileException {
    if (open.incrementAndGet() > MOST_OPEN) {
      closes();
      throw new FileException(ErrorCode.INSUFFICIENT_MEMORY);
    }
  }

  /** One is closed. */
  void closes() {
    open.decrementAndGet();
  }

  /** Bits from which nobody can tell what they are of. */
  MetadataHashValue hash(Attributes attributes) {
    Instant modified = attributes.modified();
    ByteBuffer facts =
        ByteBuffer.allocate(5 * Long.BYTES)
            .putLong(attributes.device())
            .putLong(attributes.inode())
            .putLong(attributes.size())
            .putLong(modified.getEpochSecond())
            .putLong(modified.getNano());
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(secret);
      ByteBuffer digest = ByteBuffer.wrap(sha256.digest(facts.array()));
      return new MetadataHashValue(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
