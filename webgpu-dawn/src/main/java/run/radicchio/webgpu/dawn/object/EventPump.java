package run.radicchio.webgpu.dawn.object;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets asynchronous calls end, those of one device or those of an instance itself, and tells
 * whoever waits for them.
 *
 * <p>Dawn ends a call only while something asks for it. Waiting inside Dawn holds the device's lock
 * against every other thread, so this polls, ever more slowly, and only while a call is under way.
 * It asks for these calls alone: asking an instance for all of its events takes the lock of one
 * device after the other, and thus waits for whichever program keeps its own busy.
 *
 * <p>What a callback learns is delivered outside Dawn, so that no code of a user runs inside a
 * callback. A pump has a thread while there is something to do.
 */
public final class EventPump {
  private static final System.Logger LOG = System.getLogger(EventPump.class.getName());
  private static final int YIELDS = 50;
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(20);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private static final Executor THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("dawn-events").daemon().factory());

  private final Futures futures;
  private final Runnable run = this::run;
  private final Runnable tick;
  private final AtomicInteger underWay = new AtomicInteger();

  /** Locks itself. */
  private final Queue<Runnable> deliveries = new ArrayDeque<>();

  private final AtomicBoolean running = new AtomicBoolean();
  private volatile @Nullable Thread thread;

  /**
   * A pump for calls of an instance.
   *
   * @param tick lets the device of the calls go on; runs while one is under way
   */
  public EventPump(long instance, Runnable tick) {
    this.futures = new Futures(instance);
    this.tick = tick;
  }

  /** An asynchronous call has begun: Dawn has to be asked until it ends. */
  void await(long future) {
    underWay.incrementAndGet();
    futures.add(future);
    wake();
  }

  /** Runs this soon, outside Dawn, after what was to be delivered before. */
  public void deliver(Runnable delivery) {
    synchronized (deliveries) {
      deliveries.add(delivery);
    }
    wake();
  }

  /**
   * Waits until there is nothing to do.
   *
   * @param deadline until when, in {@link System#nanoTime}: calls may hang
   */
  public void settle(long deadline) {
    while ((running.get() || isBusy())
        && deadline - System.nanoTime() > 0
        && Thread.currentThread() != thread
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, LONGEST_PAUSE);
    }
  }

  private void wake() {
    if (running.compareAndSet(false, true)) {
      THREADS.execute(run);
    } else {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    do {
      thread = Thread.currentThread();
      pump();
      thread = null;
      running.set(false);
    } while (isBusy() && running.compareAndSet(false, true));
  }

  private boolean isBusy() {
    if (underWay.get() > 0) {
      return true;
    }
    synchronized (deliveries) {
      return !deliveries.isEmpty();
    }
  }

  private @Nullable Runnable nextDelivery() {
    synchronized (deliveries) {
      return deliveries.poll();
    }
  }

  private void pump() {
    int fruitless = 0;
    while (isBusy()) {
      if (underWay.get() > 0) {
        tick.run();
        underWay.addAndGet(-futures.poll());
      }
      if (deliverAll()) {
        fruitless = 0;
      } else {
        pause(fruitless++);
      }
    }
  }

  private boolean deliverAll() {
    boolean any = false;
    for (Runnable next = nextDelivery(); next != null; next = nextDelivery()) {
      any = true;
      try {
        next.run();
      } catch (RuntimeException | Error e) {
        LOG.log(System.Logger.Level.ERROR, "a listener to a GPU's events failed", e);
      }
      // A listener may have left an interrupt, which would keep this thread from pausing.
      Thread.interrupted();
    }
    return any;
  }

  @SuppressWarnings("ThreadPriorityCheck") // A pause, however short, would be the longer part.
  private void pause(int fruitless) {
    if (fruitless < YIELDS) {
      Thread.yield();
    } else {
      int doublings = Math.min((fruitless - YIELDS) / 8, 16);
      LockSupport.parkNanos(this, Math.min(SHORTEST_PAUSE << doublings, LONGEST_PAUSE));
    }
  }
}
