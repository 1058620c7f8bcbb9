package run.radicchio.wasi.poll;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Tries something each time that an event is ready, until it succeeds. It does so on the thread
 * that finds out, one at a time, and so never waits.
 */
public final class Attempts implements AutoCloseable {
  private final Event event;
  private final BooleanSupplier attempt;
  private final AtomicInteger wakes = new AtomicInteger();
  private volatile boolean over;
  private volatile Event.Registration registration = () -> {};

  private Attempts(Event event, BooleanSupplier attempt) {
    this.event = event;
    this.attempt = attempt;
  }

  /**
   * Begins to try.
   *
   * @param attempt true where it has succeeded, or will never; it does not wait
   * @return closed where nobody wants it any more
   */
  public static Attempts when(Event event, BooleanSupplier attempt) {
    Attempts attempts = new Attempts(event, attempt);
    attempts.registration = event.onReady(attempts::wake);
    attempts.wake(); // again, now that it can be closed
    return attempts;
  }

  private void wake() {
    if (wakes.getAndIncrement() > 0) {
      return; // who is at it goes on
    }
    int seen = 1;
    do {
      while (!over && event.isReady()) {
        over = attempt.getAsBoolean();
      }
      if (over) {
        registration.close();
      }
      seen = wakes.addAndGet(-seen);
    } while (seen > 0);
  }

  @Override
  public void close() {
    over = true;
    registration.close();
  }
}
