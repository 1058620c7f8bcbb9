package run.radicchio.component.runtime;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen in a store, in the order in which it was told. Safe for use by several threads;
 * an event takes no memory but its own.
 */
final class EventQueue {
  private final Queue<Runnable> events = new ArrayDeque<>();
  private volatile boolean empty = true;
  private boolean ended;

  /** Returns whether it will happen: not after {@link #end}. */
  synchronized boolean add(Runnable event) {
    if (ended) {
      return false;
    }
    events.add(event);
    empty = false;
    return true;
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

  /** Takes no events any more; returns those that will not happen. */
  synchronized List<Runnable> end() {
    List<Runnable> rest = List.copyOf(events);
    events.clear();
    empty = true;
    ended = true;
    return rest;
  }
}
