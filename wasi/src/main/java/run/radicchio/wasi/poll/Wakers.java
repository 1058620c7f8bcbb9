package run.radicchio.wasi.poll;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who wants to be woken by an event. Safe for use by several threads. */
public final class Wakers {
  // By identity, so that a guest which waits for one thing a million times costs a million steps.
  private final Set<Waker> wakers = new LinkedHashSet<>();

  /** Adds somebody who waits. */
  public Event.Registration add(Runnable wake) {
    Waker waker = new Waker(wake);
    synchronized (wakers) {
      wakers.add(waker);
    }
    return () -> {
      synchronized (wakers) {
        wakers.remove(waker);
      }
    };
  }

  /** Adds somebody who waits, and wakes them at once: it may have become ready already. */
  public Event.Registration addAwake(Runnable wake) {
    Event.Registration registration = add(wake);
    wake.run();
    return registration;
  }

  /** Whether nobody waits. */
  public boolean isEmpty() {
    synchronized (wakers) {
      return wakers.isEmpty();
    }
  }

  /** Wakes everybody. */
  public void wakeAll() {
    List<Waker> all;
    synchronized (wakers) {
      all = List.copyOf(wakers);
    }
    all.forEach(waker -> waker.wake.run());
  }

  private static final class Waker {
    final Runnable wake;

    Waker(Runnable wake) {
      this.wake = wake;
    }
  }
}
