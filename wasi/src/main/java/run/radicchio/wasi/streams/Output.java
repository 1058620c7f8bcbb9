package run.radicchio.wasi.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import run.radicchio.wasi.poll.Event;

/** Bytes that go, to wherever they do. */
public interface Output extends AutoCloseable {
  /**
   * How many bytes may be written now.
   *
   * @return 0 where it must be waited for
   * @throws IOException if what was written could not be brought where it should be
   */
  int room() throws IOException;

  /**
   * Takes bytes.
   *
   * @param bytes as many as there is room for at most; they are the caller's again when it returns
   */
  void write(ByteBuffer bytes) throws IOException;

  /** Brings all where it should be; there is no room until that is done. */
  void flush() throws IOException;

  /** Ready where {@link #room} is more than 0, or fails. */
  Event writable();

  /** Nobody writes any more. What was written still goes where it should. */
  @Override
  void close();
}
