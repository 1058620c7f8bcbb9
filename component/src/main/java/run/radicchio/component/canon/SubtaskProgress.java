package run.radicchio.component.canon;

import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Event;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.Subtask;

/** How the instance that began a subtask learns what becomes of it. */
final class SubtaskProgress {
  private final Subtask subtask;
  private final ComponentInstance instance;
  private int index;

  SubtaskProgress(Subtask subtask, ComponentInstance instance) {
    this.subtask = subtask;
    this.instance = instance;
  }

  /** Tells of something that comes now, once the instance has a handle to look at. */
  void tell() {
    if (index != 0) {
      subtask.setPendingEvent(this::event);
    }
  }

  private Event event() {
    if (subtask.resolved()) {
      subtask.deliverResolve();
    }
    return new Event(Event.Code.SUBTASK, index, subtask.state().status());
  }

  /** Waits for the end. */
  void await(GuestThread thread) {
    if (!subtask.resolved()) {
      thread.waitUntil(subtask::resolved, false);
    }
    subtask.deliverResolve();
  }

  /** What an {@code async} lowered function returns: the state, with a handle unless it is over. */
  long statusNow() {
    if (subtask.resolved()) {
      subtask.deliverResolve();
      return Subtask.State.RETURNED.status();
    }
    index = instance.handles().add(subtask);
    return subtask.state().status() | ((long) index << 4);
  }
}
