package run.radicchio.component.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/**
 * A world of instances in which one guest thread runs at a time (CanonicalABI, "Embedding API").
 *
 * <p>Java threads that call in take turns at a turnstile. The one that is inside drives: it runs
 * ready guest threads and events from outside, until what it waits for has happened. Between guest
 * threads it lets others in, in the order in which they came. A guest thread that is blocked on the
 * stack of a Java thread is for that one to run, which is let in for it. When nobody drives and
 * something is ready, a virtual thread does.
 */
public final class Store {
  private static final int TURNS_BETWEEN_WAKES = 64;

  private final Turnstile turnstile = new Turnstile();
  private final EventQueue events = new EventQueue();
  private final EndListeners endListeners = new EndListeners();
  private final HostOperations hostOperations = new HostOperations();
  private final Residents residents = new Residents(this);
  private final Schedule schedule;
  private final @Nullable Duration timeOfCalls;
  private final boolean background;
  private final Quota quota;
  private @Nullable GuestThread current;
  private @Nullable HostCaller hostCaller;
  private @Nullable Waiter waiter;
  private @Nullable GuestThread handedOver;
  private final Interruption interruption = new Interruption(turnstile);
  private Deadline deadline = Deadline.NONE;
  private final Commissions commissions = new Commissions(this);
  private final Drivers drivers = new Drivers(new Pump(this, turnstile, commissions));
  private volatile @Nullable End end;
  private int turns;

  /** An empty world. */
  public Store(StoreOptions options) {
    this.schedule = new Schedule(options.seed());
    this.timeOfCalls = options.deadline();
    this.background = options.background();
    this.quota = new Quota(options);
  }

  /** What the host does for its guests: until that is done, there is no deadlock. */
  public HostOperations hostOperations() {
    return hostOperations;
  }

  /** Who must know when this world ends. */
  public EndListeners endListeners() {
    return endListeners;
  }

  /** What guests have taken of the host's memory. */
  public Quota quota() {
    return quota;
  }

  /** The guest thread that runs. */
  public GuestThread current() {
    GuestThread thread = current;
    if (thread == null) {
      throw new IllegalStateException("no guest is running");
    }
    return thread;
  }

  /** Makes a guest thread the running one, or none; returns the one before. */
  public @Nullable GuestThread switchCurrent(@Nullable GuestThread thread) {
    GuestThread previous = current;
    current = thread;
    return previous;
  }

  /** Its instances. */
  public Residents residents() {
    return residents;
  }

  /** The threads that wait, and what decides which goes on. */
  Schedule schedule() {
    return schedule;
  }

  /**
   * Lets an event happen in this world, soon. Any thread may call this, at any time.
   *
   * @return whether this world has not ended before
   */
  public boolean post(Runnable event) {
    boolean posted = events.add(event);
    // Who is inside looks for events before waiting for one, and after having left.
    if (posted && turnstile.inside() == null) {
      drivers.letSomeoneDrive();
    }
    return posted;
  }

  /** Lets an event happen at once if this Java thread is in this world already, else soon. */
  public void runOrPost(Runnable event) {
    if (turnstile.isInside()) {
      event.run();
    } else {
      post(event);
    }
  }

  /** Does what no call waits for. */
  void failing(Runnable action) {
    try {
      action.run();
    } catch (Throwable failure) {
      fail(interruption.meaning(failure));
    }
  }

  /** What goes on when no call waits for it has the time of a call for each turn. */
  boolean runReadyInTime() {
    boolean[] ran = new boolean[1];
    inTime(() -> ran[0] = runReady());
    return ran[0];
  }

  /**
   * Runs guest code that has the time of a call for itself, wherever in this world it is begun.
   *
   * @throws Trap if it takes longer
   */
  public void inTime(Runnable action) {
    Deadline outer = deadline;
    deadline = Deadline.of(this, timeOfCalls);
    try {
      action.run();
      deadline.endInTime();
    } finally {
      deadline.end();
      deadline = outer;
    }
  }

  /**
   * Lets the calling Java thread in, so that it can begin calls or make instances; {@link #exit}
   * follows in any case. A host function may do so within a call from this world.
   *
   * @throws Trap if this world has ended, or the calling thread is interrupted, which it then is
   *     still; the calling thread is not in
   */
  public void enter() {
    enter(timeOfCalls);
  }

  private void enter(@Nullable Duration time) {
    if (turnstile.isInside()) {
      hostCaller = new HostCaller(current, hostCaller);
      current = null;
      return;
    }
    try {
      turnstile.enterInterruptibly();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new Trap(Trap.Kind.INTERRUPTED, "interrupted before the call began", interruption);
    }
    stay(time);
  }

  /**
   * The current Java thread has come in.
   *
   * @throws Trap if this world has ended; the thread has left
   */
  private void stay(@Nullable Duration time) {
    Trap stop = interruption.reason();
    End why = end == null && stop != null ? new End(stop) : end;
    if (why != null) {
      leave();
      throw why.forLaterCall();
    }
    deadline = Deadline.of(this, time);
  }

  /**
   * Ends this world, because what was done in it since {@link #enter} failed: unless a host
   * function did, which may still catch it.
   *
   * @return what to throw
   */
  public RuntimeException failed(Throwable failure) {
    if (hostCaller != null) {
      throw Failures.rethrown(failure);
    }
    Throwable reason = interruption.meaning(failure);
    fail(reason);
    throw Failures.rethrown(reason);
  }

  /**
   * Leaves to where it was entered from.
   *
   * @throws Trap if the time of the call was over before
   */
  public void exit() {
    HostCaller caller = hostCaller;
    if (caller != null) {
      current = caller.guest();
      hostCaller = caller.outer();
      return;
    }
    Trap late = deadline.end();
    if (end != null) {
      late = null;
    } else if (late != null) {
      fail(late);
    }
    deadline = Deadline.NONE;
    handedOver = null;
    leaveToDrivers();
    if (late != null) {
      throw late;
    }
  }

  /** Leaves, and lets someone else go on with what there is. */
  void leaveToDrivers() {
    drivers.wakeOthers();
    boolean goesOn = background || !commissions.isEmpty();
    boolean more = (goesOn && anyReady()) || isInVain();
    leave();
    if (more) {
      drivers.letSomeoneDrive();
    }
  }

  /** Whether there are calls that can never be over, once no thread is ready. */
  boolean isInVain() {
    return end == null && !commissions.isEmpty() && nothingCanCome();
  }

  private boolean nothingCanCome() {
    return hostOperations.areNone() && events.isEmpty();
  }

  /**
   * Runs all that is ready, until a condition holds. To be called after {@link #enter}.
   *
   * @throws Trap if a guest traps, nothing can ever make the condition hold, or the calling thread
   *     is interrupted, which it then is still
   */
  public void driveUntil(BooleanSupplier done) {
    if (hostCaller != null && !done.getAsBoolean()) {
      throw new IllegalStateException(
          "a host function cannot wait for a call into the store that is calling it;"
              + " let it return a CompletionStage instead");
    }
    drive(done, false);
  }

  /**
   * Runs all that is ready above a guest thread that is blocked on this Java thread's stack, until
   * that can go on.
   */
  void driveOnStackOf(GuestThread thread) {
    current = null;
    // Once its task is resolved, it waits for nobody's sake.
    drive(thread::isRunning, thread.task().resolved());
    current = thread;
  }

  private void drive(BooleanSupplier done, boolean perhapsInVain) {
    while (!done.getAsBoolean()) {
      if (!runReady()) {
        waitForEvent(perhapsInVain);
      } else if (!done.getAsBoolean()) {
        letOthersIn();
      }
      if (!done.getAsBoolean()) {
        trapIfEnded();
      }
    }
  }

  /**
   * Runs something of the host's in this world, such as to make instances. It may take as long as
   * it does.
   */
  public void make(Runnable action) {
    within(null, action);
  }

  /** Whether a trap or {@link #close} has ended this world. */
  public boolean hasEnded() {
    return end != null;
  }

  /** Runs something in this world, unless that has ended. */
  void runUnlessEnded(Runnable action) {
    if (end == null) {
      run(action, () -> true);
    }
  }

  /**
   * Runs something that begins calls or makes instances, then all that is ready, until a condition
   * holds: {@link #enter}, {@link #driveUntil} and {@link #exit}.
   */
  public void run(Runnable action, BooleanSupplier done) {
    within(
        timeOfCalls,
        () -> {
          action.run();
          driveUntil(done);
        });
  }

  private void within(@Nullable Duration time, Runnable action) {
    enter(time);
    try {
      action.run();
    } catch (Throwable failure) {
      throw failed(failure);
    } finally {
      exit();
    }
  }

  /**
   * Begins one call, then runs all that is ready until it is over. The Java thread waits for that
   * in any case, so that the guest may block on its stack.
   */
  public void call(Errand errand) {
    enter();
    Waiter self = new Waiter();
    try {
      waiter = self;
      errand.begin();
      waiter = null;
      driveUntil(errand);
    } catch (Throwable failure) {
      throw failed(failure);
    } finally {
      self.goes();
      exit();
    }
  }

  /**
   * Begins a call that nobody waits for: if nobody is inside on this Java thread, until it has to
   * wait for the first time; else soon. It is told when it is over.
   */
  public void begin(Commission call) {
    commissions.begin(call);
  }

  /** Tells someone, who may call in or wait, of what happens in this world; soon, from outside. */
  public void tell(Runnable action) {
    commissions.outside(action);
  }

  /** Whether there is something of which someone is still being told. */
  public boolean isTelling() {
    return commissions.areUntold();
  }

  /**
   * Lets the calling Java thread in if nobody is or wants to be. An interrupt that it already has
   * is not for what it leaves behind here.
   *
   * @throws Trap if this world has ended; the calling thread is not in
   */
  boolean enterIfFree() {
    if (!events.isEmpty() || Thread.currentThread().isInterrupted() || !turnstile.tryEnter()) {
      return false;
    }
    stay(timeOfCalls);
    return true;
  }

  /** The time of the call that begins now, from when it does. */
  Deadline newDeadline() {
    return Deadline.of(this, timeOfCalls);
  }

  /** The time that began when the calling thread came in, and that goes on when it leaves. */
  Deadline takeDeadline() {
    Deadline taken = deadline;
    deadline = Deadline.NONE;
    return taken;
  }

  /** Who waits for the call that begins now, and has not begun another for itself. */
  @Nullable Waiter takeWaiter() {
    if (current != null || hostCaller != null) {
      return null;
    }
    Waiter taken = waiter;
    waiter = null;
    return taken;
  }

  /** Whether what now runs was not called by a host function that a guest of this world called. */
  boolean isInItsOuterLoop() {
    return hostCaller == null;
  }

  private void leave() {
    turnstile.leave();
    interruption.takeBack();
    if (!events.isEmpty()) {
      drivers.letSomeoneDrive();
    }
  }

  /** The Java thread that runs guest code now changes: it is that of a stack of its own. */
  void switchJavaThread(Thread thread) {
    turnstile.passTo(thread);
  }

  /** Runs an event or a ready thread; returns whether there was one. */
  private boolean runReady() {
    Runnable event = handedOver == null ? events.poll() : null;
    if (event == null) {
      return tick();
    }
    event.run();
    return true;
  }

  /** The same, unless others are there to do so. */
  boolean runReadyAlone() {
    return drivers.noneIsIdle() && !turnstile.hasQueue() && runReady();
  }

  /** A guest that always has a thread ready would keep the others out for ever. */
  void letOthersIn() {
    if (++turns % TURNS_BETWEEN_WAKES == 0) {
      drivers.wakeOthers();
    }
    // What was handed over must not wait, since it may be ready no longer then.
    if (handedOver == null && turnstile.hasQueue()) {
      Deadline own = deadline;
      turnstile.leave();
      interruption.takeBack();
      turnstile.enter();
      deadline = own;
    }
  }

  /** Runs one ready thread, if there is one, or lets the Java thread do so which has to. */
  private boolean tick() {
    GuestThread thread = handedOver == null ? schedule.next() : handedOver;
    handedOver = null;
    if (thread == null) {
      return false;
    }
    Thread home = thread.home();
    if (home != null && home != Thread.currentThread()) {
      handedOver = thread;
      handOverTo(home);
      return true;
    }
    ComponentInstance instance = thread.task().instance();
    instance.enterFrom(null);
    thread.resume(false);
    instance.leaveTo(null);
    return true;
  }

  /** Lets a Java thread that waits here go on at once; the current one goes on in its turn. */
  void handOverTo(Thread waiting) {
    Deadline own = deadline;
    turnstile.passTo(waiting);
    interruption.takeBack();
    LockSupport.unpark(waiting);
    turnstile.enter();
    deadline = own;
  }

  /** Whether a thread could run, were it let. */
  boolean anyReady() {
    return end == null && schedule.anyReady();
  }

  /** Whether nothing is left to run, until something comes from outside. Once it ended, never. */
  public boolean isIdle() {
    return end == null && events.isEmpty() && !anyReady();
  }

  private void waitForEvent(boolean perhapsInVain) {
    if (nothingCanCome() && !(perhapsInVain && commissions.isEmpty())) {
      throw new Trap(Trap.Kind.DEADLOCK);
    }
    drivers.add();
    if (!events.isEmpty()) {
      drivers.remove();
      return;
    }
    drivers.wakeOthers();
    Deadline own = deadline;
    leave();
    try {
      LockSupport.park(this);
    } finally {
      turnstile.enter();
      deadline = own;
      drivers.remove();
    }
    if (Thread.interrupted()) {
      throw new Trap(Trap.Kind.INTERRUPTED);
    }
  }

  private void trapIfEnded() {
    End why = end;
    if (why != null) {
      throw why.forWaitingCall();
    }
  }

  /** Ends this world: every stack unwinds, and nothing runs in it again. */
  private void fail(Throwable cause) {
    if (end == null) {
      End why = new End(cause);
      end = why;
      current = null;
      handedOver = null;
      List<GuestThread> threads = schedule.end();
      threads.addAll(residents.threads());
      threads.forEach(GuestThread::kill);
      commissions.end(why, events, endListeners);
      drivers.wakeOthers();
    }
  }

  /**
   * Ends this world and gives back what its guests own. Calls that run or wait trap.
   *
   * @throws IllegalStateException if a guest of this world is calling the host on this Java thread
   * @throws RuntimeException if closing a host's resource failed, once all are closed
   */
  public void close() {
    checkOutside();
    stop(
        new Trap(Trap.Kind.CLOSED),
        () -> {
          hostOperations.cancel();
          residents.end();
        });
  }

  /** Ends this world from outside: interrupts host functions until they heed it, and waits. */
  void stop(Trap reason, Runnable then) {
    turnstile.enterUrging(() -> interruption.stop(reason));
    try {
      fail(reason);
      then.run();
    } finally {
      leave();
    }
  }

  /** Does something in this world, which may have ended. */
  <T> T inside(Supplier<T> action) {
    if (turnstile.isInside()) {
      return action.get();
    }
    turnstile.enter();
    try {
      return action.get();
    } finally {
      leave();
    }
  }

  /** What is done to a whole world cannot be done from within a call that goes on there. */
  void checkOutside() {
    if (turnstile.isInside()) {
      throw new IllegalStateException(
          "a host function cannot close or restore the instance that calls it");
    }
  }

  /** Whether nothing goes on here, and nobody waits for anything. */
  boolean isAtRest() {
    return end == null
        && nothingCanCome()
        && schedule.isEmpty()
        && commissions.isEmpty()
        && endListeners.areNone();
  }
}
