package run.radicchio.component.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Who must know when a store ends. Safe for use by several threads. */
final class EndListeners {
  private final Set<EndListener> listeners = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean ended;

  /** Returns whether it will be told: not after {@link #end}. */
  synchronized boolean add(EndListener listener) {
    return !ended && listeners.add(listener);
  }

  synchronized void remove(EndListener listener) {
    listeners.remove(listener);
  }

  /** Takes no listeners any more; returns those that are to be told. */
  synchronized Set<EndListener> end() {
    ended = true;
    return Set.copyOf(listeners);
  }
}
