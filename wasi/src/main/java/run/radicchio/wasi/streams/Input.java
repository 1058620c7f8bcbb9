package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Event;

/** Bytes that come, from wherever they do. */
public interface Input extends AutoCloseable {
  /**
   * Reads what is there, without waiting for more.
   *
   * @param most how many bytes at most, not negative
   * @return empty where there are none yet; null at the end. The bytes are there until this thread
   *     reads again, from wherever
   * @throws IOException if reading failed, and does from now on
   */
  @Nullable ByteBuffer read(int most) throws IOException;

  /** Ready where {@link #read} returns bytes, or null, or fails. */
  Event readable();

  /** Nobody reads any more. */
  @Override
  void close();
}
