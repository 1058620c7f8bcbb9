package run.radicchio.wasi;

import run.radicchio.wasi.time.SystemTicker;

/**
 * A clock that is never set, and that rings. Guests measure and wait with it; a test can give them
 * one of its own, which goes as fast as the test wants.
 */
public interface Ticker {
  /** Nanoseconds since some moment: never negative, and never less than before. */
  long now();

  /**
   * Rings once, from a moment on; at once where that has passed.
   *
   * @param when in nanoseconds of {@link #now}
   * @param bell called on any thread; it does not wait
   */
  Alarm at(long when, Runnable bell);

  /** What will ring, until it is closed. */
  interface Alarm extends AutoCloseable {
    /** It rings no more, unless it is ringing; does nothing after it has rung. */
    @Override
    void close();
  }

  /** The clock of the machine. */
  static Ticker system() {
    return SystemTicker.INSTANCE;
  }
}
