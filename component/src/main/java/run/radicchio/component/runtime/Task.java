package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * A call into a component, from start to end (CanonicalABI, "Tasks"): of a function that cannot
 * block ({@link SyncTask}), or one that may.
 */
public abstract class Task implements Cancellation {
  private final ComponentInstance instance;
  private State state = State.INITIAL;
  private @Nullable List<LiftedResource> lent;
  private int borrows;
  private @Nullable GuestThread implicitThread;
  private @Nullable Waiter waiter;
  private int threadCount;
  private @Nullable List<GuestThread> explicitThreads;

  /**
   * What sort of function is called.
   *
   * @param asyncType whether its type is {@code async}
   * @param asyncOption whether it is lifted with {@code async}
   * @param callback whether it is lifted with {@code callback}
   */
  public record Kind(boolean asyncType, boolean asyncOption, boolean callback) {
    /** Whether no other such task may run while one has something on its stack. */
    boolean needsExclusive() {
      return asyncType && (!asyncOption || callback);
    }
  }

  private enum State {
    INITIAL,
    STARTED,
    PENDING_CANCEL,
    CANCEL_DELIVERED,
    RESOLVED
  }

  /** A call that has yet to begin. */
  protected Task(ComponentInstance instance) {
    this.instance = instance;
  }

  /** What sort of function is called. */
  public abstract Kind kind();

  /** It ends without a result, as it was asked to: its caller is told. */
  protected abstract void cancelled();

  /** Its implicit thread runs already, on the stack of its caller. */
  void startOn(GuestThread thread) {
    implicitThread = thread;
    registerThread(thread);
    state = State.STARTED;
  }

  /** Nothing lent to it counts: the guest has not run. */
  void forgetBorrows() {
    borrows = 0;
  }

  /** The instance that runs it. */
  public ComponentInstance instance() {
    return instance;
  }

  /** Whether it has returned or been cancelled. */
  public boolean resolved() {
    return state == State.RESOLVED;
  }

  /**
   * Begins it on a thread of its own, which runs until it blocks or ends a turn.
   *
   * @param caller the calling instance, or null if the host calls
   * @throws Trap if the instance must not be entered now, or the guest traps
   */
  public void begin(GuestThread.Turns turns, @Nullable ComponentInstance caller) {
    if (!instance.mayEnterFrom(caller)) {
      throw new Trap(Trap.Kind.CANNOT_ENTER);
    }
    if (caller == null) {
      waiter = instance.store().takeWaiter();
    }
    instance.enterFrom(caller);
    GuestThread thread = GuestThread.suspended(this, turns);
    implicitThread = thread;
    thread.resume(false);
    instance.leaveTo(caller);
  }

  /**
   * Lets its implicit thread in, if the instance takes new calls; else it has to wait for its next
   * turn, and must call this again. Returns whether it is in.
   */
  public boolean enterImplicitThread(GuestThread thread) {
    if (!instance.admits(kind())) {
      thread.waitForNextTurn(() -> instance.admits(kind()));
      return false;
    }
    if (kind().needsExclusive()) {
      instance.exclusiveThread = thread;
    }
    registerThread(thread);
    state = State.STARTED;
    return true;
  }

  /** Ends its implicit thread. */
  public void exitImplicitThread(GuestThread thread) {
    unregisterThread(thread);
    if (kind().needsExclusive()) {
      instance.exclusiveThread = null;
    }
  }

  /** Whether a thread needs the stack of the instance for itself whenever it runs. */
  boolean runsExclusively(GuestThread thread) {
    return thread == implicitThread && kind().needsExclusive();
  }

  /** Makes a thread known by index. */
  public void registerThread(GuestThread thread) {
    threadCount++;
    if (thread != implicitThread) {
      if (explicitThreads == null) {
        explicitThreads = new ArrayList<>();
      }
      explicitThreads.add(thread);
    }
    thread.setIndex(instance.threads().add(thread));
  }

  /** Ends a thread; traps if it was the last and the task is not resolved. */
  public void unregisterThread(GuestThread thread) {
    if (--threadCount == 0 && state != State.RESOLVED) {
      throw new Trap(Trap.Kind.TASK_NOT_RESOLVED);
    }
    if (explicitThreads != null) {
      explicitThreads.remove(thread);
    }
    instance.threads().remove(thread.index());
  }

  /** Whether it has begun to run. */
  public boolean started() {
    return state != State.INITIAL;
  }

  /** Traps unless a result may be returned now. */
  public void checkMayReturn() {
    if (state == State.RESOLVED) {
      throw new Trap(Trap.Kind.TASK_ALREADY_RETURNED);
    }
    trapIfBorrowsRemain();
  }

  /** The caller has the result. */
  public void returned() {
    state = State.RESOLVED;
    if (lent != null) {
      lent.forEach(LiftedResource::giveBack);
      lent = null;
    }
  }

  /** Tells the caller that the task ends without a result, as it was asked to. */
  public void cancel() {
    if (state != State.CANCEL_DELIVERED) {
      throw new Trap(
          state == State.RESOLVED ? Trap.Kind.TASK_ALREADY_RETURNED : Trap.Kind.TASK_NOT_CANCELLED);
    }
    trapIfBorrowsRemain();
    cancelled();
    returned();
  }

  /**
   * The Java thread that waits for it, on whose stack a thread may as well block; null where there
   * is none, or it may go before the thread's turn is over.
   */
  @Nullable Thread waiter(GuestThread thread) {
    return waiter != null
            && thread == implicitThread
            && kind().needsExclusive()
            && state != State.RESOLVED
        ? waiter.thread()
        : null;
  }

  /** Asks the task to end. It may do so at once, later, or return a result all the same. */
  @Override
  public void request(@Nullable ComponentInstance caller) {
    if (state == State.INITIAL) {
      cancelBeforeStart();
      return;
    }
    GuestThread candidate = instance.store().schedule().pick(cancellableThreads());
    if (candidate != null && instance.mayEnterFrom(caller)) {
      state = State.CANCEL_DELIVERED;
      instance.enterFrom(caller);
      candidate.resume(true);
      instance.leaveTo(caller);
    } else {
      state = State.PENDING_CANCEL;
    }
  }

  private void cancelBeforeStart() {
    implicit().stopWaiting();
    state = State.CANCEL_DELIVERED;
    cancel();
  }

  private List<GuestThread> cancellableThreads() {
    GuestThread exclusive = instance.exclusiveThread;
    boolean implicitMustWait =
        kind().needsExclusive() && exclusive != null && exclusive != implicitThread;
    List<GuestThread> threads = new ArrayList<>();
    if (implicit().cancellable() && !implicitMustWait) {
      threads.add(implicit());
    }
    if (explicitThreads != null) {
      explicitThreads.stream().filter(GuestThread::cancellable).forEach(threads::add);
    }
    return threads;
  }

  /** Whether it was asked to end, and was not told yet. */
  public boolean hasPendingCancel() {
    return state == State.PENDING_CANCEL;
  }

  /** Whether it learns just now that it was asked to end. */
  public boolean deliverPendingCancel(boolean cancellable) {
    if (cancellable && hasPendingCancel()) {
      state = State.CANCEL_DELIVERED;
      return true;
    }
    return false;
  }

  /** Counts a handle to a resource that is lent to this task. */
  void borrowed() {
    borrows++;
  }

  /** Keeps what the host lends to this task until it has returned. */
  void borrowed(LiftedResource resource) {
    if (lent == null) {
      lent = new ArrayList<>();
    }
    lent.add(resource);
  }

  /** Counts such a handle dropped. */
  void borrowDropped() {
    borrows--;
  }

  private void trapIfBorrowsRemain() {
    if (borrows > 0) {
      throw new Trap(Trap.Kind.BORROWS_REMAIN);
    }
  }

  GuestThread implicit() {
    if (implicitThread == null) {
      throw new IllegalStateException("the task has not begun");
    }
    return implicitThread;
  }
}
