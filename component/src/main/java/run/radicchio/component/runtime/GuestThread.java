package run.radicchio.component.runtime;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * A thread of a task (CanonicalABI, "Threads"): it runs in turns, between which nothing of it is on
 * any stack.
 *
 * <p>Where it blocks in the middle of a turn, its stack has to wait. So a turn that may block runs
 * on a {@link Coroutine}, or on the stack of a Java thread that waits for the thread's task in any
 * case. One that cannot block runs on the stack of whoever resumes it. The thread of a synchronous
 * task runs on the stack of its caller; where it does wait, for other threads of its instance, it
 * runs them itself.
 */
public final class GuestThread {
  private final Task task;
  private final @Nullable Turns turns;
  private State state;
  private @Nullable Coroutine coroutine;
  private @Nullable Thread blockedOn;
  private @Nullable BooleanSupplier readyCondition;
  private boolean cancellable;
  private int index;
  private long storage0;
  private long storage1;

  /** What a thread does. */
  public interface Turns {
    /**
     * The next turn: all of them, but the last, end with {@link #waitForNextTurn}.
     *
     * @param cancelled whether the thread was resumed in order to be cancelled
     */
    void next(GuestThread thread, boolean cancelled);
  }

  private enum State {
    RUNNING,
    SUSPENDED,
    WAITING
  }

  private GuestThread(Task task, @Nullable Turns turns) {
    this.task = task;
    this.turns = turns;
    this.state = turns == null ? State.RUNNING : State.SUSPENDED;
  }

  /** A suspended thread, before its first turn. */
  public static GuestThread suspended(Task task, Turns turns) {
    return new GuestThread(task, turns);
  }

  /** A running thread on the stack of the caller, which makes it the current one. */
  public static GuestThread inline(Task task) {
    return new GuestThread(task, null);
  }

  /** The task it belongs to. */
  public Task task() {
    return task;
  }

  private Store store() {
    return task.instance().store();
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

  boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Whether it is suspended: it goes on when another thread says so. */
  public boolean isSuspended() {
    return state == State.SUSPENDED;
  }

  /** Whether it can go on while another waits: not if it is below that one on the same stack. */
  boolean canRunWithin(GuestThread other) {
    return this == other || (turns != null && blockedOn == null);
  }

  boolean ready() {
    return readyCondition != null && readyCondition.getAsBoolean();
  }

  /** Makes a suspended thread ready to go on, at any later time. */
  public void resumeLater() {
    startWaiting(GuestThread::always);
  }

  private static boolean always() {
    return true;
  }

  /** Runs it, and those that it switches to, until one blocks or ends without naming another. */
  public void resume(boolean cancelled) {
    GuestThread next = this;
    boolean cancel = cancelled;
    while (next != null) {
      next = next.runOnce(cancel);
      cancel = false;
    }
  }

  /**
   * The Java thread that it must run on, or null if it may run on any: the one on whose stack it is
   * blocked, or the one that waits for its task and so may as well be blocked.
   */
  @Nullable Thread home() {
    if (blockedOn != null) {
      return blockedOn;
    }
    return coroutine == null && task.instance().blocking() == Blocking.WAITS
        ? task.waiter(this)
        : null;
  }

  private boolean runsOnResumer(@Nullable GuestThread resumer) {
    return switch (task.instance().blocking()) {
      case NEVER -> true;
      case WAITS ->
          resumer == null && home() == Thread.currentThread() && store().isInItsOuterLoop();
      case SWITCHES -> false;
    };
  }

  private @Nullable GuestThread runOnce(boolean cancelled) {
    if (turns == null) {
      // A destructor of its own instance, which ran meanwhile, switches to it.
      throw new Trap(Trap.Kind.CANNOT_BLOCK_SYNC);
    }
    stopWaiting();
    state = State.RUNNING;
    cancellable = false;
    if (blockedOn != null) {
      return null;
    }
    GuestThread resumer = store().switchCurrent(this);
    try {
      if (coroutine == null && runsOnResumer(resumer)) {
        turns.next(this, cancelled);
        return null;
      }
      return runOnCoroutine(turns, cancelled);
    } finally {
      store().switchCurrent(resumer);
    }
  }

  private @Nullable GuestThread runOnCoroutine(Turns its, boolean cancelled) {
    Coroutine stack = coroutine;
    if (stack == null) {
      stack = new Coroutine(() -> takeTurns(its, cancelled));
      coroutine = stack;
    }
    Store store = store();
    Thread resumer = Thread.currentThread();
    store.switchJavaThread(stack.javaThread());
    try {
      return stack.resume(cancelled);
    } finally {
      store.switchJavaThread(resumer);
    }
  }

  private void takeTurns(Turns its, boolean cancelledAtFirst) {
    boolean cancelled = cancelledAtFirst;
    its.next(this, cancelled);
    while (coroutine != null && state == State.WAITING) {
      cancelled = coroutine.block(null);
      its.next(this, cancelled);
    }
  }

  /**
   * Ends its turn: the next begins when a condition holds, or its task is cancelled, in either case
   * later. The caller has nothing more to do in this turn.
   */
  public void waitForNextTurn(BooleanSupplier condition) {
    cancellable = true;
    startWaiting(condition);
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
    startWaiting(GuestThread::always);
    return block(cancellable, null);
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
    startWaiting(GuestThread::always);
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
    startWaiting(GuestThread::always);
    return block(cancellable, next);
  }

  /**
   * Traps where it must not block: it is the one that a synchronous task began with, whose caller
   * waits, and no other thread could run.
   */
  public void trapUnlessMayBlock() {
    if (turns == null && task.instance().readyThreads(this).isEmpty()) {
      throw new Trap(Trap.Kind.CANNOT_BLOCK_SYNC);
    }
  }

  private boolean blockSuspended(boolean cancellable, @Nullable GuestThread next) {
    state = State.SUSPENDED;
    return block(cancellable, next);
  }

  private boolean block(boolean cancellable, @Nullable GuestThread next) {
    if (next != null) {
      next.stopWaiting();
    }
    if (turns == null) {
      return runOthers(next);
    }
    this.cancellable = cancellable;
    return coroutine == null ? blockOnJavaThread() : coroutine.block(next);
  }

  /**
   * Blocks on the stack of the Java thread that waits for its task, which lets others run there
   * until this thread is resumed. It is resumed by that Java thread alone, when it is ready: a
   * thread that others can switch to, or cancel here, has a coroutine.
   */
  private boolean blockOnJavaThread() {
    ComponentInstance instance = task.instance();
    instance.leaveTo(null);
    blockedOn = Thread.currentThread();
    try {
      store().driveOnStackOf(this);
    } finally {
      blockedOn = null;
    }
    instance.enterFrom(null);
    return false;
  }

  /**
   * Blocks a thread on its caller's stack: its task is synchronous, so its caller waits in any
   * case, and only threads of its own instance may run meanwhile (CanonicalABI, {@code canon lift},
   * the loop at its end).
   */
  private boolean runOthers(@Nullable GuestThread first) {
    GuestThread next = first;
    while (true) {
      if (next == null) {
        next = task.instance().pickReadyThread(this);
        if (next == null) {
          // Of threads that wait for this one to end it is said that they cannot go on.
          throw new Trap(store().anyReady() ? Trap.Kind.DEADLOCK : Trap.Kind.CANNOT_BLOCK_SYNC);
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
    store().schedule().add(this);
  }

  void stopWaiting() {
    if (state == State.WAITING) {
      state = State.SUSPENDED;
      readyCondition = null;
      store().schedule().remove(this);
    }
  }

  /** Ends it where it is blocked, so that its stack unwinds: the store is at an end. */
  void kill() {
    if (coroutine != null) {
      Thread killer = Thread.currentThread();
      store().switchJavaThread(coroutine.javaThread());
      coroutine.kill();
      store().switchJavaThread(killer);
    } else if (blockedOn != null) {
      store().handOverTo(blockedOn);
    }
  }
}
