package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.ErrorCode;

/**
 * A file, directory or link that the kernel keeps for us, whatever becomes of its name. It is not
 * opened for reading or writing, which is why it can be of anything and never waits.
 *
 * <p>Safe for use by several threads: what is being used when it is closed is closed afterwards, so
 * that its number cannot come to mean something else.
 */
final class Pinned implements AutoCloseable {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final int descriptor;
  private final Path path;
  private int users;
  private boolean closed;

  private Pinned(int descriptor) {
    this.descriptor = descriptor;
    this.path = DESCRIPTORS.resolve(Integer.toString(descriptor));
  }

  /** Whether this system has what it takes. */
  static boolean isPossible() {
    return System.getProperty("os.name").equals("Linux")
        && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
  }

  /** What a path of the host's leads to. */
  static Pinned ofHost(Path path) throws FileException {
    return new Pinned(Kernel.open(path));
  }

  /**
   * What this directory has under a name.
   *
   * @param name one name, or {@code .} for itself
   */
  Pinned child(String name) throws IOException {
    return use(_ -> new Pinned(Kernel.open(descriptor, Walk.checkedName(name))));
  }

  /** What is done with a path. */
  interface Use<T> {
    T of(Path path) throws IOException;
  }

  /** Does something with a path that leads to this, and is told to follow it. */
  <T> T use(Use<T> use) throws IOException {
    begin();
    try {
      return use.of(path);
    } finally {
      end();
    }
  }

  /**
   * Does something with the path of what this directory has under a name. It must not follow links.
   */
  <T> T use(String name, Use<T> use) throws IOException {
    return use(self -> use.of(self.resolve(Walk.checkedName(name))));
  }

  /** Sets the times of what this directory has under a name; null leaves one as it is. */
  void setTimes(String name, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws IOException {
    begin();
    try {
      Kernel.setTimes(descriptor, Walk.checkedName(name), accessed, modified);
    } finally {
      end();
    }
  }

  private synchronized void begin() throws FileException {
    if (closed) {
      throw new FileException(ErrorCode.BAD_DESCRIPTOR);
    }
    users++;
  }

  private synchronized void end() {
    users--;
    closeIfUnused();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      closeIfUnused();
    }
  }

  private void closeIfUnused() {
    if (closed && users == 0) {
      Kernel.close(descriptor);
    }
  }
}
