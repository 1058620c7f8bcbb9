package run.radicchio.wasi.streams;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What there is one after the other; whoever calls may have to wait.
 *
 * @param <T> what it is
 */
public interface Source<T> extends AutoCloseable {
  /**
   * The next.
   *
   * @return null at the end; else as it is until the next is asked for
   */
  @Nullable T next() throws IOException;

  /**
   * Nobody wants more. Another thread may be waiting in {@link #next}, which then ends, somehow.
   */
  @Override
  void close();
}
