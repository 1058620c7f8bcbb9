package run.radicchio.component.runtime;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen in a store, in the order in which it was told. Safe for use by several threads;
 * an event takes no memory but its own.
 */
final class EventQueue {
  private final Queue<Runnable> events = new ArrayDeque<>();
  private volatile boolean empty = true;

  synchronized void add(Runnable event) {
    events.add(event);
    empty = false;
  }

  boolean isEmpty() {
    return empty;
  }

  @Nullable Runnable poll() {
    return empty ? null : take();
  }

  private synchronized @Nullable Runnable take() {
    Runnable event = events.poll();
    empty = events.isEmpty();
    return event;
  }

  synchronized void clear() {
    events.clear();
    empty = true;
  }
}
