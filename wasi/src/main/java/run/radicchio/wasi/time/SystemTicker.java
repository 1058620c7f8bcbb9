package run.radicchio.wasi.time;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import run.radicchio.wasi.Ticker;

/** The machine's clock, whose alarms share one thread, however many wait. */
public final class SystemTicker implements Ticker {
  /** The only one: a machine has one such clock. */
  public static final SystemTicker INSTANCE = new SystemTicker();

  private final long start = System.nanoTime();
  private final ScheduledThreadPoolExecutor bells;

  private SystemTicker() {
    bells =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("radicchio-ticker").factory());
    // Who gives up waiting for a day leaves nothing behind.
    bells.setRemoveOnCancelPolicy(true);
  }

  @Override
  public long now() {
    return System.nanoTime() - start;
  }

  @Override
  public Alarm at(long when, Runnable bell) {
    ScheduledFuture<?> ringing =
        bells.schedule(bell, Math.max(0, when - now()), TimeUnit.NANOSECONDS);
    return () -> ringing.cancel(false);
  }
}
