package run.radicchio.component.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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

  /** What ends calls that had no part in it. */
  private static final Set<Trap.Kind> STOPS =
      EnumSet.of(Trap.Kind.CLOSED, Trap.Kind.DEADLINE_PASSED);

  private final Turnstile turnstile = new Turnstile();
  private final EventQueue events = new EventQueue();
  private final Queue<Thread> idleDrivers = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean pumpScheduled = new AtomicBoolean();
  private final List<ComponentInstance> instances = new ArrayList<>();
  private final Schedule schedule;
  private final @Nullable Duration timeOfCalls;
  private final Quota quota;
  private @Nullable GuestThread current;
  private @Nullable HostCaller hostCaller;
  private @Nullable Waiter waiter;
  private @Nullable GuestThread handedOver;
  private final Interruption interruption = new Interruption(turnstile);
  private Deadline deadline = Deadline.NONE;
  private volatile @Nullable Throwable end;
  private int hostOperations;
  private int turns;

  /**
   * A host function that calls into the store that calls it.
   *
   * @param guest the guest thread that called it; null where the store itself calls the host
   * @param outer the one that was there before
   */
  private record HostCaller(@Nullable GuestThread guest, @Nullable HostCaller outer) {}

  /** An empty world. */
  public Store(StoreOptions options) {
    this.schedule = new Schedule(options.seed());
    this.timeOfCalls = options.deadline();
    this.quota = new Quota(options);
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

  void instanceCreated(ComponentInstance instance) {
    quota.takeInstance();
    instances.add(instance);
  }

  /** The threads that wait, and what decides which goes on. */
  Schedule schedule() {
    return schedule;
  }

  /**
   * Counts something that the host will tell of by {@link #post}; until then there is no deadlock.
   */
  public void hostOperationBegins() {
    hostOperations++;
  }

  /** Counts it done. */
  public void hostOperationEnds() {
    hostOperations--;
  }

  /** Lets an event happen in this world, soon. Any thread may call this, at any time. */
  public void post(Runnable event) {
    events.add(event);
    // Who is inside looks for events before waiting for one, and after having left.
    if (turnstile.inside() == null) {
      letSomeoneDrive();
    }
  }

  private void letSomeoneDrive() {
    Thread driver = idleDrivers.poll();
    if (driver != null) {
      LockSupport.unpark(driver);
    } else {
      schedulePump();
    }
  }

  /** Lets an event happen at once if this Java thread is in this world already, else soon. */
  public void runOrPost(Runnable event) {
    if (turnstile.isInside()) {
      event.run();
    } else {
      post(event);
    }
  }

  private void schedulePump() {
    if (pumpScheduled.compareAndSet(false, true)) {
      Thread.ofVirtual().name("radicchio-pump").start(this::pump);
    }
  }

  private void pump() {
    turnstile.enter();
    pumpScheduled.set(false);
    try {
      while (end == null && runReadyInTime()) {
        letOthersIn();
      }
    } catch (Throwable failure) {
      fail(interruption.meaning(failure));
    } finally {
      wakeIdleDrivers();
      leave();
    }
  }

  /** What goes on when no call waits for it has the time of a call for each turn. */
  private boolean runReadyInTime() {
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
      Trap late = deadline.end();
      if (late != null) {
        throw late;
      }
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
    Throwable reason = end == null ? interruption.reason() : end;
    if (reason != null) {
      leave();
      throw cannotEnter(reason);
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
      throw rethrown(failure);
    }
    Throwable reason = interruption.meaning(failure);
    fail(reason);
    throw rethrown(reason);
  }

  /**
   * Leaves to where it was entered from.
   *
   * @throws Trap if the time of the call was over before
   */
  public void exit() {
    HostCaller caller = hostCaller;
    if (caller != null) {
      current = caller.guest;
      hostCaller = caller.outer;
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
    boolean ready = anyReady();
    wakeIdleDrivers();
    leave();
    if (ready) {
      letSomeoneDrive();
    }
    if (late != null) {
      throw late;
    }
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
    enter(null);
    try {
      action.run();
    } catch (Throwable failure) {
      throw failed(failure);
    } finally {
      exit();
    }
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
    enter();
    try {
      action.run();
      driveUntil(done);
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
      letSomeoneDrive();
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

  /** A guest that always has a thread ready would keep the others out for ever. */
  private void letOthersIn() {
    if (++turns % TURNS_BETWEEN_WAKES == 0) {
      wakeIdleDrivers();
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
    if (hostOperations == 0 && events.isEmpty() && !perhapsInVain) {
      throw new Trap(Trap.Kind.DEADLOCK);
    }
    Thread self = Thread.currentThread();
    idleDrivers.add(self);
    if (!events.isEmpty()) {
      idleDrivers.remove(self);
      return;
    }
    wakeOthers(self);
    Deadline own = deadline;
    leave();
    try {
      LockSupport.park(this);
    } finally {
      turnstile.enter();
      deadline = own;
      idleDrivers.remove(self);
    }
    if (Thread.interrupted()) {
      throw new Trap(Trap.Kind.INTERRUPTED);
    }
  }

  private void wakeIdleDrivers() {
    wakeOthers(Thread.currentThread());
  }

  /** What another waits for may have happened while this one drove. */
  private void wakeOthers(Thread self) {
    if (idleDrivers.isEmpty()) {
      return;
    }
    for (Thread driver : idleDrivers) {
      if (driver != self) {
        LockSupport.unpark(driver);
      }
    }
  }

  /** For a call that is on its way when this world ends: that it was stopped says more. */
  private void trapIfEnded() {
    Throwable reason = end;
    if (reason != null) {
      throw reason instanceof Trap why && STOPS.contains(why.kind())
          ? Interruption.again(why, reason)
          : cannotEnter(reason);
    }
  }

  private static Trap cannotEnter(Throwable reason) {
    return new Trap(
        Trap.Kind.CANNOT_ENTER,
        "%s: %s".formatted(Trap.Kind.CANNOT_ENTER.words(), reason.getMessage()),
        reason);
  }

  /** Ends this world: every stack unwinds, and nothing runs in it again. */
  private void fail(Throwable cause) {
    if (end == null) {
      end = cause;
      current = null;
      handedOver = null;
      List<GuestThread> threads = schedule.end();
      instances.forEach(instance -> instance.threads().forEach(threads::add));
      threads.forEach(GuestThread::kill);
      wakeIdleDrivers();
    }
  }

  /**
   * Ends this world and gives back what its guests own. Calls that run or wait trap.
   *
   * @throws IllegalStateException if a guest of this world is calling the host on this Java thread
   * @throws RuntimeException if closing a host's resource failed, once all are closed
   */
  public void close() {
    if (turnstile.isInside()) {
      throw new IllegalStateException("a host function cannot close the instance that calls it");
    }
    Trap reason = new Trap(Trap.Kind.CLOSED);
    enterStopping(reason);
    try {
      fail(reason);
      List<RuntimeException> failures = new ArrayList<>();
      instances.forEach(instance -> instance.releaseHandles(failures));
      instances.clear();
      events.clear();
      if (!failures.isEmpty()) {
        RuntimeException first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first;
      }
    } finally {
      leave();
    }
  }

  /**
   * Ends this world from outside. A host function that swallows an interrupt is interrupted again,
   * and one that heeds none is waited for.
   */
  void stop(Trap reason) {
    enterStopping(reason);
    try {
      fail(reason);
    } finally {
      leave();
    }
  }

  private void enterStopping(Trap reason) {
    interruption.stop(reason);
    turnstile.enterUrging(() -> interruption.stop(reason));
  }

  /** How many handles the guests have. */
  public int handleCount() {
    boolean inside = turnstile.isInside();
    if (!inside) {
      turnstile.enter();
    }
    try {
      return instances.stream().mapToInt(instance -> instance.handles().count()).sum();
    } finally {
      if (!inside) {
        leave();
      }
    }
  }

  /**
   * Throws what is unchecked, or wraps what is not.
   *
   * @return never; to be thrown where the compiler wants a statement that ends
   */
  public static RuntimeException rethrown(Throwable failure) {
    switch (failure) {
      case RuntimeException runtime -> throw runtime;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }
}
