package run.radicchio.component.runtime;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** Something that a guest can wait for (CanonicalABI, "Waitable State"). */
public abstract sealed class Waitable implements Handle permits Subtask, CopyEnd {
  private @Nullable Supplier<Event> pendingEvent;
  private @Nullable WaitableSet set;
  private boolean hasSyncWaiter;

  /** Sets what is to be told; a later event replaces an earlier one that was not yet told. */
  public void setPendingEvent(Supplier<Event> event) {
    pendingEvent = event;
  }

  /** Whether there is something to tell. */
  public boolean hasPendingEvent() {
    return pendingEvent != null;
  }

  /** Takes what is to be told. */
  public Event takePendingEvent() {
    Supplier<Event> event = pendingEvent;
    if (event == null) {
      throw new IllegalStateException("no event is pending");
    }
    pendingEvent = null;
    return event.get();
  }

  /** Stops the thread until there is something to tell. */
  public void waitForPendingEvent(GuestThread thread) {
    waitUntil(thread, this::hasPendingEvent);
  }

  void waitUntil(GuestThread thread, BooleanSupplier condition) {
    hasSyncWaiter = true;
    thread.waitUntil(condition, false);
    hasSyncWaiter = false;
  }

  /** Whether a thread is stopped until there is something to tell. */
  public boolean hasSyncWaiter() {
    return hasSyncWaiter;
  }

  /** Traps if it is in a set: it cannot be waited for in two ways. */
  public void trapIfInSet() {
    if (set != null) {
      throw new Trap(Trap.Kind.WAITABLE_IN_SET);
    }
  }

  /** Whether it is in a set. */
  public boolean inWaitableSet() {
    return set != null;
  }

  /** Puts it into a set, out of the one it is in; null is none. */
  public void join(@Nullable WaitableSet newSet) {
    if (hasSyncWaiter) {
      throw new Trap(Trap.Kind.WAITABLE_IN_SET);
    }
    if (set != null) {
      set.remove(this);
    }
    set = newSet;
    if (newSet != null) {
      newSet.add(this);
    }
  }

  /** Forgets it: its handle is gone. */
  void dropWaitable() {
    join(null);
  }
}
