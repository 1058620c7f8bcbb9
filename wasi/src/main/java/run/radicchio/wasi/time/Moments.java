package run.radicchio.wasi.time;

import run.radicchio.wasi.Ticker;

/** Moments as guests name them: unsigned, so that some are beyond what Java's clock can reach. */
final class Moments {
  private Moments() {}

  /** A moment that a guest names; one beyond the clock's reach never comes. */
  static long ofGuest(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }

  /** So long after now. */
  static long after(Ticker ticker, long unsigned) {
    long now = ticker.now();
    return unsigned < 0 || now + unsigned < 0 ? Long.MAX_VALUE : now + unsigned;
  }
}
