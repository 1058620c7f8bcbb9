package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A file that is written from a place on, or at its end. */
final class FileSink implements AutoCloseable {
  private final OpenFile file;
  private final @Nullable FileChannel end;
  private long place;

  private FileSink(OpenFile file, @Nullable FileChannel end, long place) {
    this.file = file.retained();
    this.end = end;
    this.place = place;
  }

  /** Writes from a place on; keeps the file open until it is closed. */
  static FileSink at(OpenFile file, long place) {
    return new FileSink(file, null, place);
  }

  /**
   * Writes at the end of the file, wherever that is by then.
   *
   * @throws FileException {@code INSUFFICIENT_MEMORY} if there is too much open
   */
  static FileSink atEnd(OpenFile file) throws IOException {
    file.sandbox().opens();
    try {
      return new FileSink(file, file.appending(), 0);
    } catch (IOException | RuntimeException failure) {
      file.sandbox().closes();
      throw failure;
    }
  }

  /** Writes all of the bytes. */
  void write(ByteBuffer bytes) throws IOException {
    Attempt.make(
        () -> {
          writeAll(bytes);
          return true;
        });
  }

  private void writeAll(ByteBuffer bytes) throws IOException {
    if (end == null) {
      int length = bytes.remaining();
      file.write(bytes, place);
      place += length;
      return;
    }
    while (bytes.hasRemaining()) {
      end.write(bytes);
    }
  }

  @Override
  public void close() {
    if (end != null) {
      try {
        end.close();
      } catch (IOException failure) {
        // What was written is written; there is nobody left to be told.
      } finally {
        file.sandbox().closes();
      }
    }
    file.close();
  }
}
