package run.radicchio.webgpu.dawn.resource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things that cost something to make and are not in use, a few of them. Safe for several threads.
 *
 * @param <T> the things, all of which are alike
 */
final class Spares<T> implements AutoCloseable {
  /** One to write, one to read, and one between. */
  private static final int MOST = 3;

  private final Consumer<T> drop;
  private final Deque<T> spares = new ArrayDeque<>();
  private boolean closed;

  /**
   * None at first.
   *
   * @param drop frees one that is no longer wanted
   */
  Spares(Consumer<T> drop) {
    this.drop = drop;
  }

  /** One of them, or a new one. */
  T takeOr(Supplier<T> make) {
    T spare = poll();
    return spare == null ? make.get() : spare;
  }

  /** The one that was used last: it may still be in a cache. */
  private synchronized @Nullable T poll() {
    return spares.pollLast();
  }

  /** Takes one back. */
  void give(T unused) {
    if (!keep(unused)) {
      drop.accept(unused);
    }
  }

  private synchronized boolean keep(T unused) {
    return !closed && spares.size() < MOST && spares.add(unused);
  }

  /** Drops them, and whatever is given from now on. */
  @Override
  public void close() {
    Deque<T> dropped;
    synchronized (this) {
      closed = true;
      dropped = new ArrayDeque<>(spares);
      spares.clear();
    }
    dropped.forEach(drop);
  }
}
