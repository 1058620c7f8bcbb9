package run.radicchio.component.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who must know when a store ends. Safe for use by several threads. */
public final class EndListeners {
  private final Set<EndListener> listeners = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable End end;

  EndListeners() {}

  /** Has a listener told when the store ends, at once if it has already. */
  public void add(EndListener listener) {
    End why;
    synchronized (this) {
      why = end;
      if (why == null) {
        listeners.add(listener);
      }
    }
    if (why != null) {
      listener.ended(why.forLaterCall());
    }
  }

  synchronized boolean areNone() {
    return listeners.isEmpty();
  }

  /** Forgets a listener. */
  public synchronized void remove(EndListener listener) {
    listeners.remove(listener);
  }

  /** Takes no listeners any more; returns those that are to be told. */
  synchronized Set<EndListener> end(End why) {
    end = why;
    return Set.copyOf(listeners);
  }
}
