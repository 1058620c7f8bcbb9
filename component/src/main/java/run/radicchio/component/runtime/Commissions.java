package run.radicchio.component.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The calls that go on in a store without a Java thread that waits for them.
 *
 * <p>What there is to tell is told by a Java thread that is not inside: the stage of a call may
 * have dependents that call into the store, or wait for each other. So each is told by a virtual
 * thread of its own, but for one that the store's pump, which is such a thread, tells when it has
 * left.
 */
final class Commissions {
  /** So that it does not take long to begin a call. */
  private static final int MAX_TURNS = 16;

  private final Store store;
  private final Map<Commission, Deadline> begun = new LinkedHashMap<>();
  private final AtomicInteger untold = new AtomicInteger();
  private volatile @Nullable End end;
  private boolean pumping;
  private @Nullable Runnable kept;

  Commissions(Store store) {
    this.store = store;
  }

  /** A call that begins as an event, since others were inside when it came. */
  private final class Arrival implements Runnable {
    private final Commission call;

    Arrival(Commission call) {
      this.call = call;
    }

    /** It has the time of a call for itself, whoever drives. */
    @Override
    public void run() {
      call.goesOn(() -> over(call));
      begun.put(call, store.newDeadline());
      call.begin();
    }

    private void refuse(End why) {
      outside(() -> call.fail(why.forLaterCall()));
    }
  }

  /** Begins a call, now or soon. */
  void begin(Commission call) {
    boolean over;
    try {
      if (!store.enterIfFree()) {
        beginLater(call);
        return;
      }
      over = beginInside(call);
    } catch (Throwable failure) {
      call.fail(failure);
      return;
    }
    if (over) {
      call.tell();
    }
  }

  private void beginLater(Commission call) {
    if (!store.post(new Arrival(call))) {
      throw Objects.requireNonNull(end).forLaterCall();
    }
  }

  /** Returns whether it is over already. */
  private boolean beginInside(Commission call) {
    try {
      call.begin();
      int turns = 0;
      while (!call.isOver() && turns < MAX_TURNS && store.runReadyAlone()) {
        turns++;
      }
      boolean over = call.isOver();
      if (!over) {
        call.goesOn(() -> over(call));
        begun.put(call, store.takeDeadline());
      }
      return over;
    } catch (Throwable failure) {
      throw store.failed(failure);
    } finally {
      store.exit();
    }
  }

  /**
   * A call is over.
   *
   * @throws run.radicchio.component.Trap if its time was before; it goes on being one of these
   */
  private void over(Commission call) {
    Deadline time = begun.get(call);
    if (time != null) {
      time.endInTime();
      begun.remove(call);
      outside(call::tell);
    }
  }

  /** Whether none goes on. */
  boolean isEmpty() {
    return begun.isEmpty();
  }

  /**
   * No call can be over any more.
   *
   * @param events what will not happen, calls that have not begun among it
   * @param listeners who is told
   */
  void end(End why, EventQueue events, EndListeners listeners) {
    end = why;
    begun.forEach(
        (call, time) -> {
          var _ = time.end();
          outside(() -> call.fail(why.reason()));
        });
    begun.clear();
    for (Runnable event : events.end()) {
      if (event instanceof Arrival arrival) {
        arrival.refuse(why);
      }
    }
    listeners.end(why).forEach(listener -> outside(() -> listener.ended(why.reason())));
  }

  /** Lets something happen on a Java thread that is not inside. */
  void outside(Runnable action) {
    untold.incrementAndGet();
    Runnable telling =
        () -> {
          try {
            action.run();
          } finally {
            untold.decrementAndGet();
          }
        };
    if (pumping && kept == null) {
      kept = telling;
    } else {
      Thread.ofVirtual().name("radicchio-outcome").start(telling);
    }
  }

  /** Whether there is something that not all know who are to be told. */
  boolean areUntold() {
    return untold.get() > 0;
  }

  /** Says whether the pump is inside, which looks at what is {@linkplain #hasKept kept} for it. */
  void setPumping(boolean inside) {
    pumping = inside;
  }

  /** Whether the pump has something to do when it has left. */
  boolean hasKept() {
    return kept != null;
  }

  /** What the pump has to do when it has left. */
  Runnable takeKept() {
    Runnable taken = kept;
    kept = null;
    return taken == null ? () -> {} : taken;
  }
}
