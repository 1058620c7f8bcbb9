package run.radicchio.streaming.server;

/** How often something may happen: so often a second in the mean, and twice as often at once. */
final class Rate {
  private final int perSecond;
  private double left;
  private long last;

  /**
   * All of it is there.
   *
   * @param now in nanoseconds, which {@link #isWithin} goes on with
   */
  Rate(int perSecond, long now) {
    this.perSecond = perSecond;
    this.left = 2.0 * perSecond;
    this.last = now;
  }

  /** It happens: whether it may. */
  boolean isWithin(long now) {
    left = Math.min(2.0 * perSecond, left + (now - last) / 1e9 * perSecond);
    last = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
