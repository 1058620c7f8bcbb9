package run.radicchio.wasi.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.streams.Input;

/**
 * The bytes of a file from a place on, which are always there to be read.
 *
 * <p>They are read into a buffer outside of Java's heap, which is the thread's: the system fills
 * it, and from there they go to the guest. An array for each read would be made, filled with zeros
 * and with a copy first.
 */
final class FileInput implements Input {
  private static final int MOST = 1 << 16;

  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(MOST));

  private final OpenFile file;
  private long place;

  /** Keeps the file open until it is closed. */
  FileInput(OpenFile file, long place) {
    this.file = file.retained();
    this.place = place;
  }

  @Override
  public @Nullable ByteBuffer read(int most) throws IOException {
    ByteBuffer bytes = BUFFER.get().clear().limit(Math.min(most, MOST));
    int length = Attempt.make(() -> file.read(bytes, place));
    place += Math.max(0, length);
    return length <= 0 && most > 0 ? null : bytes.flip();
  }

  @Override
  public Event readable() {
    return Event.always();
  }

  @Override
  public void close() {
    file.close();
  }
}
