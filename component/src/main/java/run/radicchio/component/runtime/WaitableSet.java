package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import run.radicchio.component.Trap;

/** Waitables that a guest waits for together (CanonicalABI, "Waitable State"). */
public final class WaitableSet implements Handle {
  private final List<Waitable> elements = new ArrayList<>(1);
  private int waiting;

  void add(Waitable waitable) {
    elements.add(waitable);
  }

  void remove(Waitable waitable) {
    elements.remove(waitable);
  }

  /** Whether one of them has something to tell. */
  public boolean hasPendingEvent() {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).hasPendingEvent()) {
        return true;
      }
    }
    return false;
  }

  private Event takePendingEvent(Store store) {
    Waitable waitable = store.schedule().pick(elements, Waitable::hasPendingEvent);
    if (waitable == null) {
      throw new IllegalStateException("no event is pending");
    }
    return waitable.takePendingEvent();
  }

  /** A thread begins to wait for what there is to tell; {@link #endWait} follows. */
  public void beginWait() {
    waiting++;
  }

  /** A thread waits no longer; returns what it is told. */
  public Event endWait(Store store, boolean cancelled) {
    waiting--;
    return cancelled ? Event.TASK_CANCELLED : takePendingEvent(store);
  }

  /** Stops the thread until a waitable of the set has something to tell. */
  public Event waitForEvent(GuestThread thread, boolean cancellable) {
    beginWait();
    boolean cancelled = thread.waitUntil(this::hasPendingEvent, cancellable);
    return endWait(thread.task().instance().store(), cancelled);
  }

  /** What there is to tell now, if anything. */
  public Event poll(GuestThread thread, boolean cancellable) {
    if (thread.task().deliverPendingCancel(cancellable)) {
      return Event.TASK_CANCELLED;
    }
    return hasPendingEvent() ? takePendingEvent(thread.task().instance().store()) : Event.NONE;
  }

  /** Forgets it; traps unless it is empty and nobody waits for it. */
  public void drop() {
    if (!elements.isEmpty()) {
      throw new Trap(Trap.Kind.WAITABLE_SET_NOT_EMPTY);
    }
    if (waiting > 0) {
      throw new Trap(Trap.Kind.WAITABLE_SET_HAS_WAITERS);
    }
  }

  @Override
  public String describe() {
    return "waitable-set";
  }
}
