package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.streams.Source;

/** The bytes of a file from a place on, in chunks, all of which are in one buffer in turn. */
final class FileChunks implements Source<ByteBuffer> {
  private static final int CHUNK = 1 << 17;

  private final OpenFile file;
  private @Nullable ByteBuffer buffer;
  private long place;

  /**
   * Keeps the file open until it is closed. It is as if there were one more, for what this takes.
   *
   * @throws FileException {@code INSUFFICIENT_MEMORY} if there is too much open
   */
  FileChunks(OpenFile file, long place) throws FileException {
    file.sandbox().opens();
    this.file = file.retained();
    this.place = place;
  }

  @Override
  public @Nullable ByteBuffer next() throws IOException {
    if (buffer == null) {
      buffer = ByteBuffer.allocateDirect(CHUNK);
    }
    int length = file.read(buffer.clear(), place);
    if (length < 0) {
      return null;
    }
    place += length;
    return buffer.flip();
  }

  @Override
  public void close() {
    file.sandbox().closes();
    file.close();
  }
}
