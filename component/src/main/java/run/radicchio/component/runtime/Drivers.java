package run.radicchio.component.runtime;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Who can drive a store: Java threads that wait for something to happen there, and a pump, which is
 * a virtual thread that comes when there is none of them. Safe for use by several threads.
 */
final class Drivers {
  private final Queue<Thread> idle = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean pumpScheduled = new AtomicBoolean();
  private final Pump pump;

  /** None yet. */
  Drivers(Pump pump) {
    this.pump = pump;
  }

  /** Lets one of them drive. */
  void letSomeoneDrive() {
    Thread driver = idle.poll();
    if (driver != null) {
      LockSupport.unpark(driver);
    } else if (pumpScheduled.compareAndSet(false, true)) {
      Thread.ofVirtual().name("radicchio-pump").start(() -> pump.run(this));
    }
  }

  /** The pump is there, and sees what is to be done from now on: for more another one comes. */
  void pumpBegins() {
    pumpScheduled.set(false);
  }

  /** The current thread is about to wait. */
  void add() {
    idle.add(Thread.currentThread());
  }

  /** The current thread waits no more. */
  void remove() {
    idle.remove(Thread.currentThread());
  }

  boolean noneIsIdle() {
    return idle.isEmpty();
  }

  /** What another waits for may have happened while the current thread drove. */
  void wakeOthers() {
    if (idle.isEmpty()) {
      return;
    }
    for (Thread driver : idle) {
      if (driver != Thread.currentThread()) {
        LockSupport.unpark(driver);
      }
    }
  }
}
