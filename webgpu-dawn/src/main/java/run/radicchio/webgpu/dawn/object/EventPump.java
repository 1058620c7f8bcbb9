package run.radicchio.webgpu.dawn.object;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.generated.WGPUInstance;

/**
 * The thread that lets an instance's asynchronous calls end, and tells whoever waits for them.
 *
 * <p>Dawn ends a call only while something pumps its events. Waiting inside Dawn holds the device's
 * lock against every other thread, so this thread polls, ever more slowly, and only while a call is
 * under way. What a callback learns is handed to this thread and delivered outside Dawn, so that no
 * code of a user runs inside a callback.
 */
public final class EventPump {
  private static final System.Logger LOG = System.getLogger(EventPump.class.getName());
  private static final int YIELDS = 50;
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(20);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private final long instance;
  private final AtomicInteger underWay = new AtomicInteger();
  private final Queue<Runnable> deliveries = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile @Nullable Runnable last;

  EventPump(long instance) {
    this.instance = instance;
    this.thread = Thread.ofPlatform().name("dawn-events").daemon().unstarted(this::run);
    thread.start();
  }

  /** An asynchronous call has begun: Dawn has to be polled until it ends. */
  void began() {
    underWay.incrementAndGet();
    LockSupport.unpark(thread);
  }

  /** An asynchronous call has ended. */
  void ended() {
    underWay.decrementAndGet();
  }

  /** Runs this soon on the pump's thread, outside Dawn, in the order of calls. */
  public void deliver(Runnable delivery) {
    deliveries.add(delivery);
    LockSupport.unpark(thread);
  }

  /** Waits until no call is under way, or a second has passed: calls end soon, or hang. */
  public void settle() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (underWay.get() > 0
        && System.nanoTime() < deadline
        && Thread.currentThread() != thread
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, LONGEST_PAUSE);
    }
  }

  /** Ends the thread; this is the last thing that it does. */
  void stop(Runnable last) {
    this.last = last;
    LockSupport.unpark(thread);
  }

  private void run() {
    int fruitless = 0;
    while (last == null) {
      if (underWay.get() > 0) {
        WGPUInstance.processEvents(instance);
      }
      if (deliverAll()) {
        fruitless = 0;
      } else if (underWay.get() > 0) {
        pause(fruitless++);
      } else {
        // A listener may have left an interrupt, which would keep this thread from parking.
        Thread.interrupted();
        LockSupport.park(this);
        fruitless = 0;
      }
    }
    deliverAll();
    last.run();
  }

  private boolean deliverAll() {
    boolean any = false;
    for (Runnable next = deliveries.poll(); next != null; next = deliveries.poll()) {
      any = true;
      try {
        next.run();
      } catch (RuntimeException | Error e) {
        LOG.log(System.Logger.Level.ERROR, "a listener to a GPU's events failed", e);
      }
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
