package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * A world of instances in which one guest thread runs at a time (CanonicalABI, "Embedding API").
 *
 * <p>Java threads that call in take turns under a lock. The one that holds it drives: it runs ready
 * guest threads and events from outside, until what it waits for has happened. Between guest
 * threads it lets others in, in the order in which they came. When nobody drives and something is
 * ready, a virtual thread does.
 */
public final class Store {
  private static final int TURNS_BETWEEN_WAKES = 64;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
  private final Queue<Thread> idleDrivers = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean pumpScheduled = new AtomicBoolean();
  private final List<GuestThread> waiting = new ArrayList<>();
  private final List<ComponentInstance> instances = new ArrayList<>();
  private final @Nullable RandomGenerator random;
  private volatile @Nullable GuestThread current;
  private volatile @Nullable Thread currentJavaThread;
  private final Object driverMonitor = new Object();
  private @Nullable Thread driver;
  private volatile boolean closing;
  private @Nullable Throwable end;
  private int hostOperations;
  private int turns;

  /**
   * An empty world.
   *
   * @param random decides which of several ready threads and events comes first; null is the order
   *     in which they began to wait
   */
  public Store(@Nullable RandomGenerator random) {
    this.random = random;
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
    instances.add(instance);
  }

  void startWaiting(GuestThread thread) {
    waiting.add(thread);
  }

  void stopWaiting(GuestThread thread) {
    waiting.remove(thread);
  }

  /** One of several, or null if there is none. */
  <T> @Nullable T pick(List<T> candidates) {
    if (candidates.isEmpty()) {
      return null;
    }
    return random == null
        ? candidates.getFirst()
        : candidates.get(random.nextInt(candidates.size()));
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
    Thread driver = idleDrivers.poll();
    if (driver != null) {
      LockSupport.unpark(driver);
    } else {
      schedulePump();
    }
  }

  /** Lets an event happen at once if this Java thread is in this world already, else soon. */
  public void runOrPost(Runnable event) {
    if (currentJavaThread == Thread.currentThread()) {
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
    lock.lock();
    pumpScheduled.set(false);
    try {
      driving(Thread.currentThread());
      while (end == null && runReady()) {
        letOthersIn();
      }
    } catch (Throwable failure) {
      fail(failure);
    } finally {
      driving(null);
      wakeIdleDrivers();
      lock.unlock();
    }
  }

  /**
   * Runs something that begins calls or makes instances, then all that is ready, until a condition
   * holds. A host function may do so within a call from this world; it cannot wait there.
   *
   * @throws Trap if a guest traps, nothing can ever make the condition hold, or the calling thread
   *     is interrupted, which it then is still
   */
  public void run(Runnable action, BooleanSupplier done) {
    if (currentJavaThread == Thread.currentThread()) {
      runNested(action, done);
      return;
    }
    lockInterruptibly();
    try {
      driving(Thread.currentThread());
      trapIfEnded();
      enter(action);
      while (!done.getAsBoolean()) {
        if (runReady()) {
          letOthersIn();
        } else {
          waitForEvent();
        }
        if (!done.getAsBoolean()) {
          trapIfEnded();
        }
      }
    } catch (Throwable failure) {
      throw rethrown(ended(failure));
    } finally {
      driving(null);
      if (!events.isEmpty() || anyReady()) {
        schedulePump();
      }
      wakeIdleDrivers();
      lock.unlock();
    }
  }

  private void lockInterruptibly() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new Trap(Trap.Kind.INTERRUPTED, "interrupted before the call began", interruption);
    }
  }

  /** Says which Java thread {@link #close} must interrupt. */
  private void driving(@Nullable Thread thread) {
    synchronized (driverMonitor) {
      driver = thread;
    }
  }

  /** Ends this world for a reason; returns what to throw. */
  private Throwable ended(Throwable failure) {
    Throwable reason = failure;
    if (failure instanceof Trap trap && trap.kind() == Trap.Kind.INTERRUPTED) {
      if (closing) {
        var _ = Thread.interrupted();
        reason = new Trap(Trap.Kind.CLOSED, "the instance was closed during the call", failure);
      } else {
        Thread.currentThread().interrupt();
      }
    }
    fail(reason);
    return reason;
  }

  private void runNested(Runnable action, BooleanSupplier done) {
    GuestThread caller = switchCurrent(null);
    try {
      action.run();
    } finally {
      switchCurrent(caller);
    }
    if (!done.getAsBoolean()) {
      throw new IllegalStateException(
          "a host function cannot wait for a call into the store that is calling it;"
              + " let it return a CompletionStage instead");
    }
  }

  /** Runs something on this Java thread as what drives this world. */
  private void enter(Runnable action) {
    Thread previous = currentJavaThread;
    currentJavaThread = Thread.currentThread();
    try {
      action.run();
    } finally {
      currentJavaThread = previous;
    }
  }

  /** The Java thread that runs guest code now changes: it is that of a stack of its own. */
  @Nullable Thread switchJavaThread(@Nullable Thread thread) {
    Thread previous = currentJavaThread;
    currentJavaThread = thread;
    return previous;
  }

  /** Runs an event or a ready thread; returns whether there was one. */
  private boolean runReady() {
    Runnable event = events.poll();
    if (event == null) {
      return tick();
    }
    enter(event);
    return true;
  }

  /** A guest that always has a thread ready would keep the others out for ever. */
  private void letOthersIn() {
    if (++turns % TURNS_BETWEEN_WAKES == 0) {
      wakeIdleDrivers();
    }
    if (lock.hasQueuedThreads()) {
      Thread self = Thread.currentThread();
      driving(null);
      lock.unlock();
      lock.lock();
      driving(self);
    }
  }

  /** Runs one ready thread, if there is one. */
  private boolean tick() {
    GuestThread thread = pick(ready());
    if (thread == null) {
      return false;
    }
    ComponentInstance instance = thread.task().instance();
    instance.enterFrom(null);
    enter(() -> thread.resume(false));
    instance.leaveTo(null);
    return true;
  }

  private List<GuestThread> ready() {
    List<GuestThread> ready = new ArrayList<>(waiting.size());
    for (GuestThread thread : waiting) {
      if (thread.ready()) {
        ready.add(thread);
        if (random == null) {
          break;
        }
      }
    }
    return ready;
  }

  /** Whether a thread could run, were it let. */
  boolean anyReady() {
    return end == null && !waiting.isEmpty() && !ready().isEmpty();
  }

  private void waitForEvent() {
    if (hostOperations == 0 && events.isEmpty()) {
      throw new Trap(Trap.Kind.DEADLOCK);
    }
    Thread self = Thread.currentThread();
    idleDrivers.add(self);
    if (!events.isEmpty()) {
      idleDrivers.remove(self);
      return;
    }
    wakeOthers(self);
    driving(null);
    lock.unlock();
    try {
      LockSupport.park(this);
    } finally {
      lock.lock();
      driving(self);
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
    for (Thread driver : idleDrivers) {
      if (driver != self) {
        LockSupport.unpark(driver);
      }
    }
  }

  private void trapIfEnded() {
    if (end != null) {
      throw new Trap(Trap.Kind.CANNOT_ENTER, Trap.Kind.CANNOT_ENTER.words(), end);
    }
  }

  /** Ends this world: every stack unwinds, and nothing runs in it again. */
  private void fail(Throwable cause) {
    if (end == null) {
      end = cause;
      current = null;
      List<GuestThread> threads = new ArrayList<>(waiting);
      instances.forEach(instance -> instance.threads().forEach(threads::add));
      threads.forEach(GuestThread::kill);
      waiting.clear();
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
    if (currentJavaThread == Thread.currentThread()) {
      throw new IllegalStateException("a host function cannot close the instance that calls it");
    }
    closing = true;
    interruptDriver();
    lock.lock();
    try {
      fail(new Trap(Trap.Kind.CLOSED));
      List<RuntimeException> failures = new ArrayList<>();
      instances.forEach(instance -> instance.handles().clear(handle -> release(handle, failures)));
      instances.clear();
      events.clear();
      if (!failures.isEmpty()) {
        RuntimeException first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first;
      }
    } finally {
      lock.unlock();
    }
  }

  private void interruptDriver() {
    synchronized (driverMonitor) {
      if (driver != null) {
        driver.interrupt();
      }
    }
  }

  private static void release(Handle handle, List<RuntimeException> failures) {
    try {
      switch (handle) {
        case ResourceHandle resource -> {
          if (resource.isOwn() && resource.type().owner() == null) {
            resource.type().destroy(resource.representation(), null);
          }
        }
        case CopyEnd end -> end.release();
        case Subtask _, WaitableSet _, ErrorContext _ -> {}
      }
    } catch (RuntimeException failure) {
      failures.add(failure);
    }
  }

  /** How many handles the guests have. */
  public int handleCount() {
    lock.lock();
    try {
      return instances.stream().mapToInt(instance -> instance.handles().count()).sum();
    } finally {
      lock.unlock();
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
