package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rings when it is time. Nearly all alarms are taken back before, and are for later than those that
 * were set before them: so its thread is woken only for one that is earlier than it would wake
 * anyway, and may wake in vain. Safe for use by several threads.
 */
final class Clock {
  /** Half of all times, so that of two it is known which is earlier. */
  private static final long LONGEST = Long.MAX_VALUE / 2;

  private static final AtomicLong NUMBERS = new AtomicLong();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition isEarlier = lock.newCondition();
  private final TreeSet<Alarm> alarms = new TreeSet<>();
  private long wakesAt;

  /** Something to do at a time. */
  final class Alarm implements Comparable<Alarm> {
    private final long time;
    private final long number = NUMBERS.getAndIncrement();
    private final Runnable bell;

    private Alarm(long time, Runnable bell) {
      this.time = time;
      this.bell = bell;
    }

    /** Does not ring, unless it does already. Harmless when done before. */
    void cancel() {
      lock.lock();
      try {
        alarms.remove(this);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int compareTo(Alarm other) {
      return time == other.time
          ? Long.compare(number, other.number)
          : Long.signum(time - other.time);
    }
  }

  private Clock() {}

  /** One that goes until the process ends. */
  static Clock start() {
    Clock clock = new Clock();
    Thread.ofPlatform().daemon().name("radicchio-clock").start(clock::go);
    return clock;
  }

  /**
   * Does something in a while.
   *
   * @param delay in nanoseconds
   * @param bell happens on the clock's thread, and does not take long
   */
  Alarm set(long delay, Runnable bell) {
    Alarm alarm = new Alarm(System.nanoTime() + Math.min(delay, LONGEST), bell);
    lock.lock();
    try {
      alarms.add(alarm);
      if (alarm.time - wakesAt < 0) {
        wakesAt = alarm.time;
        isEarlier.signal();
      }
    } finally {
      lock.unlock();
    }
    return alarm;
  }

  private void go() {
    while (true) {
      due().forEach(Clock::ring);
    }
  }

  private static void ring(Alarm alarm) {
    try {
      alarm.bell.run();
    } catch (Throwable _) {
      // It must not keep the others from ringing.
    }
  }

  /** Waits until there are some. */
  private List<Alarm> due() {
    List<Alarm> due = new ArrayList<>();
    lock.lock();
    try {
      while (due.isEmpty()) {
        long now = System.nanoTime();
        while (!alarms.isEmpty() && alarms.getFirst().time - now <= 0) {
          due.add(alarms.removeFirst());
        }
        if (due.isEmpty()) {
          wakesAt = alarms.isEmpty() ? now + LONGEST : alarms.getFirst().time;
          var _ = isEarlier.awaitNanos(wakesAt - now);
        }
      }
      return due;
    } catch (InterruptedException e) {
      throw new AssertionError("nobody else has the clock's thread", e);
    } finally {
      lock.unlock();
    }
  }
}
