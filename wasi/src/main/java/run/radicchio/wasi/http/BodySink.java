package run.radicchio.wasi.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a body goes, on one virtual thread at a time, which may have to wait. It begins, and ends
 * by {@link #end} or {@link #abort}, of which the latter may come from another thread and while
 * something is written.
 */
public interface BodySink {
  /** Takes bytes, which are the caller's again when it returns. */
  void write(ByteBuffer bytes) throws IOException;

  /** Brings what was taken on its way. */
  void flush() throws IOException;

  /**
   * The body is whole.
   *
   * @param trailers what comes after it; null for nothing
   */
  void end(@Nullable List<Field> trailers) throws IOException;

  /** The body will never be whole, as the other side must be able to see. */
  void abort(ErrorCode why);
}
