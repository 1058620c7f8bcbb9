package run.radicchio.component.runtime;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.Future;

/**
 * What the host does for the guests of a store and has not done yet. It is cancelled when the store
 * is closed: nobody waits for it any more, and it may have taken long, or hold much.
 */
public final class HostOperations {
  private final IdentityHashMap<Future<?>, Boolean> pending = new IdentityHashMap<>();
  private boolean ended;

  HostOperations() {}

  /** One more. Any thread may call this. */
  public void add(Future<?> operation) {
    synchronized (pending) {
      if (!ended) {
        pending.put(operation, true);
        return;
      }
    }
    operation.cancel(true);
  }

  /** One is done. */
  public void remove(Future<?> operation) {
    synchronized (pending) {
      pending.remove(operation);
    }
  }

  /** Cancels all, and what is begun from now on. */
  void end() {
    List<Future<?>> all;
    synchronized (pending) {
      ended = true;
      all = List.copyOf(pending.keySet());
      pending.clear();
    }
    all.forEach(operation -> operation.cancel(true));
  }
}
