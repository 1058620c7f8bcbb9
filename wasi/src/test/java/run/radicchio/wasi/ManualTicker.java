package run.radicchio.wasi;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A clock that goes on when a test says so. */
public final class ManualTicker implements Ticker {
  private final SortedMap<Long, Bell> bells = new TreeMap<>();
  private long next;
  private long now;

  /** A clock that shows 0. */
  public ManualTicker() {}

  private record Bell(long when, Runnable ring) {}

  @Override
  public synchronized long now() {
    return now;
  }

  @Override
  public synchronized Alarm at(long when, Runnable ring) {
    long number = next++;
    bells.put(number, new Bell(when, ring));
    notifyAll();
    return () -> remove(number);
  }

  private synchronized void remove(long number) {
    bells.remove(number);
  }

  /** How many wait. */
  public synchronized int waiting() {
    return bells.size();
  }

  /** Waits until so many wait. */
  public synchronized void awaitWaiting(int count) throws InterruptedException {
    while (bells.size() < count) {
      wait();
    }
  }

  /** Goes on, and rings what is due. */
  public void advance(long nanoseconds) {
    List<Bell> due;
    synchronized (this) {
      now += nanoseconds;
      due = bells.values().stream().filter(bell -> bell.when <= now).toList();
      bells.values().removeAll(due);
    }
    due.forEach(bell -> bell.ring.run());
  }
}
