package run.radicchio.component.runtime;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Future;

/**
 * What the host does for the guests of a store and has not done yet: how many such things there
 * are, and those among them that can be cancelled.
 */
public final class HostOperations {
  private final IdentityHashMap<Future<?>, Boolean> cancellable = new IdentityHashMap<>();
  private boolean areCancelled;
  private int count;

  HostOperations() {}

  /** Counts something that the host will tell of by {@link Store#post}. Happens in the store. */
  public void begins() {
    count++;
  }

  /** Counts it done. Happens in the store. */
  public void ends() {
    count--;
  }

  boolean areNone() {
    return count == 0;
  }

  /** One that can be cancelled. Any thread may call this. */
  public void add(Future<?> operation) {
    synchronized (cancellable) {
      if (!areCancelled) {
        cancellable.put(operation, true);
        return;
      }
    }
    operation.cancel(true);
  }

  /** It is done. */
  public void remove(Future<?> operation) {
    synchronized (cancellable) {
      cancellable.remove(operation);
    }
  }

  /**
   * Cancels all, and what is begun from now on: nobody waits for it any more, and it may have taken
   * long, or hold much.
   */
  void cancel() {
    List<Future<?>> all;
    synchronized (cancellable) {
      areCancelled = true;
      all = List.copyOf(cancellable.keySet());
      cancellable.clear();
    }
    all.forEach(operation -> operation.cancel(true));
  }
}
