package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.ErrorCode;
import run.radicchio.wasi.p2.filesystem.Types.DescriptorFlags;

/** What the operations of both versions begin with. */
final class Nodes {
  private Nodes() {}

  /** A file that may be read. */
  static OpenFile readable(Node node) throws FileException {
    return file(node).checked(DescriptorFlags.READ);
  }

  /** A file that may be written. */
  static OpenFile writable(Node node) throws FileException {
    return file(node).checked(DescriptorFlags.WRITE);
  }

  /** A file. */
  private static OpenFile file(Node node) throws FileException {
    if (node instanceof OpenFile file) {
      return file;
    }
    throw new FileException(ErrorCode.IS_DIRECTORY);
  }

  /** Takes advice on a file, of which nothing is made: the system sees for itself. */
  static void advise(Node node) throws FileException {
    if (!(node instanceof OpenFile)) {
      throw new FileException(ErrorCode.BAD_DESCRIPTOR);
    }
  }

  static OpenDirectory directory(Node node) throws FileException {
    if (node instanceof OpenDirectory directory) {
      return directory;
    }
    throw new FileException(ErrorCode.NOT_DIRECTORY);
  }

  /** Sets times where the guest may; null leaves one as it is. */
  static void setTimes(Node node, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    if (!node.mayBeTouched()) {
      throw new FileException(
          node instanceof OpenFile ? ErrorCode.NOT_PERMITTED : ErrorCode.READ_ONLY);
    }
    node.setTimes(accessed, modified);
  }

  /**
   * A time that a guest names.
   *
   * @throws FileException {@code INVALID} if there is no such time
   */
  static FileTime time(long seconds, int nanoseconds) throws FileException {
    if (Integer.compareUnsigned(nanoseconds, 999_999_999) > 0
        || seconds > Instant.MAX.getEpochSecond()
        || seconds < Instant.MIN.getEpochSecond()) {
      throw new FileException(ErrorCode.INVALID);
    }
    return FileTime.from(Instant.ofEpochSecond(seconds, nanoseconds));
  }

  /** Now. */
  static FileTime now() {
    return FileTime.from(Instant.now());
  }
}
