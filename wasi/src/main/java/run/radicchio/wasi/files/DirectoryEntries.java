package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.Types.DirectoryEntry;
import run.radicchio.wasi.streams.Source;

/** What a directory has, one after the other. */
final class DirectoryEntries implements Source<DirectoryEntry> {
  private final Sandbox sandbox;
  private final Pinned directory;
  private final DirectoryStream<Path> stream;
  private final Iterator<Path> paths;

  private DirectoryEntries(Sandbox sandbox, Pinned directory, DirectoryStream<Path> stream) {
    this.sandbox = sandbox;
    this.directory = directory;
    this.stream = stream;
    this.paths = stream.iterator();
  }

  /**
   * What a directory has.
   *
   * @throws FileException {@code INSUFFICIENT_MEMORY} if there is too much open
   */
  static DirectoryEntries of(Sandbox sandbox, Pinned pinned) throws IOException {
    sandbox.opens();
    try {
      return opened(sandbox, pinned.child("."));
    } catch (IOException | RuntimeException failure) {
      sandbox.closes();
      throw failure;
    }
  }

  @SuppressWarnings("StreamResourceLeak") // it is closed with what is returned
  private static DirectoryEntries opened(Sandbox sandbox, Pinned own) throws IOException {
    try {
      return new DirectoryEntries(sandbox, own, own.use(path -> Files.newDirectoryStream(path)));
    } catch (IOException | RuntimeException failure) {
      own.close();
      throw failure;
    }
  }

  /** The next that is still there when it is asked what it is. */
  @Override
  public synchronized @Nullable DirectoryEntry next() throws IOException {
    try {
      while (paths.hasNext()) {
        String name = paths.next().getFileName().toString();
        try {
          return new DirectoryEntry(Attributes.of(directory, name).type(), name);
        } catch (NoSuchFileException gone) {
          // As if it had gone before.
        }
      }
      return null;
    } catch (DirectoryIteratorException failure) {
      throw failure.getCause();
    }
  }

  @Override
  public void close() {
    directory.close();
    try {
      stream.close();
    } catch (IOException failure) {
      // It is for reading only.
    } finally {
      sandbox.closes();
    }
  }
}
