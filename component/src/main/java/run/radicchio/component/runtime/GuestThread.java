package run.radicchio.component.runtime;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * A thread of a task (CanonicalABI, "Threads").
 *
 * <p>Most have a stack of their own. The implicit thread of a task that may not block runs on the
 * stack of its caller instead: where it does wait, for other threads of its instance, it runs them
 * itself.
 */
public final class GuestThread {
  private final Task task;
  private final @Nullable Coroutine coroutine;
  private State state;
  private @Nullable BooleanSupplier readyCondition;
  private boolean cancellable;
  private int index;
  private long storage0;
  private long storage1;

  private enum State {
    RUNNING,
    SUSPENDED,
    WAITING
  }

  private GuestThread(Task task, @Nullable Consumer<GuestThread> body) {
    this.task = task;
    this.coroutine = body == null ? null : new Coroutine(() -> body.accept(this));
    this.state = body == null ? State.RUNNING : State.SUSPENDED;
  }

  /** A suspended thread with a stack of its own. */
  public static GuestThread suspended(Task task, Consumer<GuestThread> body) {
    return new GuestThread(task, body);
  }

  /** Runs a new thread with a stack of its own until it blocks or ends. */
  public static void start(Task task, Consumer<GuestThread> body) {
    suspended(task, body).resume(false);
  }

  /** A running thread on the stack of the caller, which makes it the current one. */
  public static GuestThread inline(Task task) {
    return new GuestThread(task, null);
  }

  /** The task it belongs to. */
  public Task task() {
    return task;
  }

  /** Its index among the threads of its instance. */
  public int index() {
    return index;
  }

  void setIndex(int index) {
    this.index = index;
  }

  /** What is in slot 0 or 1 of its thread-local storage: zero at first. */
  public long storage(int slot) {
    return slot == 0 ? storage0 : storage1;
  }

  /** Sets slot 0 or 1 of its thread-local storage. */
  public void setStorage(int slot, long value) {
    if (slot == 0) {
      storage0 = value;
    } else {
      storage1 = value;
    }
  }

  boolean cancellable() {
    return cancellable;
  }

  /** Whether it is suspended: it goes on when another thread says so. */
  public boolean isSuspended() {
    return state == State.SUSPENDED;
  }

  boolean isWaiting() {
    return state == State.WAITING;
  }

  /** Whether it can go on while another waits: not if it is below that one on the same stack. */
  boolean canRunWithin(GuestThread other) {
    return coroutine != null || this == other;
  }

  boolean ready() {
    return readyCondition != null && readyCondition.getAsBoolean();
  }

  /** Makes a suspended thread ready to go on, at any later time. */
  public void resumeLater() {
    startWaiting(() -> true);
  }

  /** Runs it, and those that it switches to, until one blocks or ends without naming another. */
  void resume(boolean cancelled) {
    GuestThread next = this;
    boolean cancel = cancelled;
    while (next != null) {
      next = next.runOnce(cancel);
      cancel = false;
    }
  }

  private @Nullable GuestThread runOnce(boolean cancelled) {
    if (coroutine == null) {
      // A destructor of its own instance, which ran meanwhile, switches to it.
      throw new Trap(Trap.Kind.CANNOT_BLOCK_SYNC);
    }
    stopWaiting();
    state = State.RUNNING;
    Store store = task.instance().store();
    GuestThread previous = store.switchCurrent(this);
    Thread previousJava = Thread.currentThread();
    store.switchJavaThread(coroutine.javaThread());
    try {
      return coroutine.resume(cancelled);
    } finally {
      store.switchCurrent(previous);
      store.switchJavaThread(previousJava);
    }
  }

  /**
   * Waits until a condition holds, if it does not already; the thread that makes it hold need not
   * say so. Returns whether the task was cancelled meanwhile.
   */
  public boolean waitUntil(BooleanSupplier condition, boolean cancellable) {
    if (task.deliverPendingCancel(cancellable)) {
      return true;
    }
    if (condition.getAsBoolean()) {
      return false;
    }
    startWaiting(condition);
    return block(cancellable, null);
  }

  /** Lets others run. Returns whether the task was cancelled meanwhile. */
  public boolean yieldToOthers(boolean cancellable) {
    if (task.deliverPendingCancel(cancellable)) {
      return true;
    }
    startWaiting(() -> true);
    return block(cancellable, null);
  }

  /**
   * Waits in the event loop of a task with a callback until a condition holds and no other has the
   * instance to itself, if that is not so already. Returns whether the task is cancelled instead,
   * which it is also told as soon as no other has the instance to itself.
   */
  public boolean waitInEventLoop(BooleanSupplier condition) {
    return task.deliverPendingCancel(true)
        || (!condition.getAsBoolean() && blockInEventLoop(condition));
  }

  /** The same, but lets others run even if nothing is to be waited for. */
  public boolean yieldInEventLoop() {
    return task.deliverPendingCancel(true) || blockInEventLoop(() -> true);
  }

  private boolean blockInEventLoop(BooleanSupplier condition) {
    startWaiting(
        () ->
            task.instance().exclusiveIsFree()
                && (task.hasPendingCancel() || condition.getAsBoolean()));
    return block(true, null) || task.deliverPendingCancel(true);
  }

  /** Stops until another thread resumes it. Returns whether the task was cancelled meanwhile. */
  public boolean suspend(boolean cancellable) {
    return task.deliverPendingCancel(cancellable) || blockSuspended(cancellable, null);
  }

  /** Stops, and runs a suspended thread at once. */
  public boolean suspendThenResume(boolean cancellable, GuestThread other) {
    return task.deliverPendingCancel(cancellable) || blockSuspended(cancellable, other);
  }

  /** Lets others run, and a suspended thread at once. */
  public boolean yieldThenResume(boolean cancellable, GuestThread other) {
    if (task.deliverPendingCancel(cancellable)) {
      return true;
    }
    startWaiting(() -> true);
    return block(cancellable, other);
  }

  /** Stops, and runs a thread at once if it is ready. */
  public boolean suspendThenPromote(boolean cancellable, GuestThread other) {
    if (task.deliverPendingCancel(cancellable)) {
      return true;
    }
    return blockSuspended(cancellable, other.ready() ? other : null);
  }

  /** Lets others run, and a thread at once if it is ready. */
  public boolean yieldThenPromote(boolean cancellable, GuestThread other) {
    if (task.deliverPendingCancel(cancellable)) {
      return true;
    }
    // Asked first: it may name itself, and is not ready while it runs.
    GuestThread next = other.ready() ? other : null;
    startWaiting(() -> true);
    return block(cancellable, next);
  }

  /** Traps where it must not block: its task is synchronous, and no other thread could run. */
  public void trapUnlessMayBlock() {
    if (coroutine == null && task.instance().readyThreads(this).isEmpty()) {
      throw new Trap(Trap.Kind.CANNOT_BLOCK_SYNC);
    }
  }

  private boolean blockSuspended(boolean cancellable, @Nullable GuestThread next) {
    state = State.SUSPENDED;
    return block(cancellable, next);
  }

  private boolean block(boolean cancellable, @Nullable GuestThread next) {
    this.cancellable = cancellable;
    if (next != null) {
      next.stopWaiting();
    }
    boolean cancelled = coroutine == null ? runOthers(next) : coroutine.block(next);
    this.cancellable = false;
    return cancelled;
  }

  /**
   * Blocks a thread that has no stack of its own: its task is synchronous, so its caller waits in
   * any case, and only threads of its own instance may run meanwhile (CanonicalABI, {@code canon
   * lift}, the loop at its end).
   */
  private boolean runOthers(@Nullable GuestThread first) {
    GuestThread next = first;
    while (true) {
      if (next == null) {
        next = task.instance().pickReadyThread(this);
        if (next == null) {
          // Of threads that wait for this one to end it is said that they cannot go on.
          throw new Trap(
              task.instance().store().anyReady()
                  ? Trap.Kind.DEADLOCK
                  : Trap.Kind.CANNOT_BLOCK_SYNC);
        }
      }
      if (next == this) {
        stopWaiting();
        state = State.RUNNING;
        return false;
      }
      next = next.runOnce(false);
    }
  }

  private void startWaiting(BooleanSupplier condition) {
    state = State.WAITING;
    readyCondition = condition;
    task.instance().store().startWaiting(this);
  }

  private void stopWaiting() {
    if (state == State.WAITING) {
      state = State.SUSPENDED;
      readyCondition = null;
      task.instance().store().stopWaiting(this);
    }
  }

  void kill() {
    if (coroutine != null) {
      coroutine.kill();
    }
  }
}
