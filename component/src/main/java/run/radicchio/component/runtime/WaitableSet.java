package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import run.radicchio.component.Trap;

/** Waitables that a guest waits for together (CanonicalABI, "Waitable State"). */
public final class WaitableSet implements Handle {
  private final List<Waitable> elements = new ArrayList<>();
  private int waiting;

  void add(Waitable waitable) {
    elements.add(waitable);
  }

  void remove(Waitable waitable) {
    elements.remove(waitable);
  }

  private boolean hasPendingEvent() {
    for (Waitable waitable : elements) {
      if (waitable.hasPendingEvent()) {
        return true;
      }
    }
    return false;
  }

  private Event takePendingEvent(Store store) {
    Waitable waitable = store.pick(elements.stream().filter(Waitable::hasPendingEvent).toList());
    if (waitable == null) {
      throw new IllegalStateException("no event is pending");
    }
    return waitable.takePendingEvent();
  }

  /** Stops the thread until a waitable of the set has something to tell. */
  public Event waitForEvent(GuestThread thread, boolean cancellable) {
    waiting++;
    boolean cancelled = thread.waitUntil(this::hasPendingEvent, cancellable);
    return endOfWait(thread, cancelled);
  }

  /** The same in the event loop of a task with a callback, which is always told of cancellation. */
  public Event waitForEventInLoop(GuestThread thread) {
    waiting++;
    boolean cancelled = thread.waitInEventLoop(this::hasPendingEvent);
    return endOfWait(thread, cancelled);
  }

  private Event endOfWait(GuestThread thread, boolean cancelled) {
    Event event =
        cancelled ? Event.TASK_CANCELLED : takePendingEvent(thread.task().instance().store());
    waiting--;
    return event;
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
