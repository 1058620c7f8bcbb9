package run.radicchio.component.runtime;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** A call of a function that cannot block, on the stack of its caller. */
public final class SyncTask extends Task {
  private static final Kind KIND = new Kind(false, false, false);

  private final @Nullable ComponentInstance caller;
  private @Nullable GuestThread callingThread;

  private SyncTask(ComponentInstance instance, @Nullable ComponentInstance caller) {
    super(instance);
    this.caller = caller;
  }

  /** The thread of what is no call, but runs guest code: a start function, an allocation. */
  public static GuestThread threadOfNoCall(ComponentInstance instance) {
    return GuestThread.inline(new SyncTask(instance, null));
  }

  /**
   * Begins a call: the guest runs from now on, until {@link #leave}. Nothing is to be undone where
   * something fails in between, since that ends the store.
   *
   * @param caller the calling instance, or null if the host calls
   * @throws Trap if the instance must not be entered now
   */
  public static SyncTask enter(ComponentInstance instance, @Nullable ComponentInstance caller) {
    if (!instance.mayEnterFrom(caller)) {
      throw new Trap(Trap.Kind.CANNOT_ENTER);
    }
    instance.enterFrom(caller);
    SyncTask task = new SyncTask(instance, caller);
    GuestThread thread = GuestThread.inline(task);
    task.startOn(thread);
    task.callingThread = instance.store().switchCurrent(thread);
    return task;
  }

  /**
   * Ends it before the guest has run: the caller takes the call back. What was lowered already
   * stays with the guest, which does not know of it.
   */
  public void abandon() {
    forgetBorrows();
    leave();
  }

  /** Ends it: the caller has the result. */
  public void leave() {
    checkMayReturn();
    returned();
    unregisterThread(implicit());
    instance().store().switchCurrent(callingThread);
    instance().leaveTo(caller);
  }

  @Override
  public Kind kind() {
    return KIND;
  }

  /** Its caller cannot ask for it. */
  @Override
  protected void cancelled() {}
}
