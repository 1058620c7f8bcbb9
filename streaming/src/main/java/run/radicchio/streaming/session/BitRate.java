package run.radicchio.streaming.session;

import java.time.Duration;

/**
 * The rate of one viewer's pictures, by what gets through: a tenth more while all is well, and less
 * than got through when pictures begin to wait somewhere on their way.
 */
final class BitRate {
  /** How much longer than at best a picture may take until the way is taken to be full. */
  private static final long WAITING_NANOS = Duration.ofMillis(40).toNanos();

  /** How often the rate changes. */
  private static final long TURN_NANOS = Duration.ofMillis(250).toNanos();

  private static final double UP = 1.1;
  private static final double DOWN = 0.85;

  /** A rate that pictures do not use up is not raised: they would not show if it were too much. */
  private static final double USED = 0.5;

  private final int least;
  private final int most;
  private final Shortest emptyWay = new Shortest();
  private int bitsPerSecond;
  private long turnBegan;
  private long turnBytes;
  private int turnAcks;
  private long turnDelays;

  /**
   * A rate between two bounds.
   *
   * @param now in nanoseconds of any clock, which the other methods go on with
   */
  BitRate(int least, int most, long now) {
    this.least = least;
    this.most = most;
    this.bitsPerSecond = Math.clamp(4_000_000, least, most);
    this.turnBegan = now;
  }

  /** It now. */
  int bitsPerSecond() {
    return bitsPerSecond;
  }

  /**
   * A picture has come to a viewer.
   *
   * @param delay the nanoseconds since it began to be sent, without what the viewer did with it
   */
  void acknowledged(int bytes, long delay, long now) {
    emptyWay.add(delay, now);
    turnBytes += bytes;
    turnDelays += delay;
    turnAcks++;
    if (now - turnBegan >= TURN_NANOS) {
      turn(turnBytes * Byte.SIZE * 1e9 / (now - turnBegan));
      turnBegan = now;
      turnBytes = 0;
      turnDelays = 0;
      turnAcks = 0;
    }
  }

  private void turn(double throughput) {
    long waiting = turnDelays / turnAcks - emptyWay.nanos();
    double next = bitsPerSecond;
    if (waiting > WAITING_NANOS) {
      next = Math.min(bitsPerSecond, throughput) * DOWN;
    } else if (throughput > USED * bitsPerSecond) {
      next = bitsPerSecond * UP;
    }
    bitsPerSecond = (int) Math.clamp(next, least, most);
  }
}
