package run.radicchio.streaming.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that a viewer was sent and has not shown yet, and whether there is room for more.
 */
final class Flight {
  /** A rate's worth of time that may be on its way beside what is there because the way is long. */
  private static final double SLACK_SECONDS = 0.25;

  private static final int LEAST = 2;
  private static final int MOST = 24;

  private final BitRate rate;
  private final long frameNanos;
  private final Shortest emptyWay = new Shortest();
  private final Deque<Sent> flying = new ArrayDeque<>();
  private long bytes;

  /** A picture that was sent. */
  record Sent(int sequence, int bytes, long nanos) {}

  /**
   * Nothing yet.
   *
   * @param rate is told of what gets through
   * @param frameNanos the shortest time between two pictures
   */
  Flight(BitRate rate, long frameNanos) {
    this.rate = rate;
    this.frameNanos = frameNanos;
  }

  /** Whether another picture should be sent. */
  boolean hasRoom() {
    double seconds = emptyWay.nanos() / 1e9 + SLACK_SECONDS;
    double enough = seconds * rate.bitsPerSecond() / Byte.SIZE;
    // A picture alone may be larger than all that.
    return flying.isEmpty() || (flying.size() < window() && bytes < enough);
  }

  /** How many there are at the full pace while the first is on its way, and one more. */
  private int window() {
    return Math.clamp(emptyWay.nanos() / frameNanos + LEAST, LEAST, MOST);
  }

  /** A picture begins to be sent. */
  void sent(int sequence, int length, long now) {
    flying.add(new Sent(sequence, length, now));
    bytes += length;
  }

  /**
   * A picture is shown, and all before it.
   *
   * @param decoding the nanoseconds that the viewer took for it
   * @return whether it was one that was sent, and not shown yet
   */
  boolean acknowledged(int sequence, long decoding, long now) {
    boolean isKnown = false;
    for (Sent first = flying.peek();
        first != null && first.sequence() <= sequence;
        first = flying.peek()) {
      flying.remove();
      bytes -= first.bytes();
      long delay = now - first.nanos();
      emptyWay.add(delay, now);
      rate.acknowledged(first.bytes(), Math.max(0, delay - decoding), now);
      isKnown = first.sequence() == sequence;
    }
    return isKnown;
  }

  /** For how long the first one was not acknowledged; null if there is none. */
  @Nullable Duration waiting(long now) {
    Sent first = flying.peek();
    return first == null ? null : Duration.ofNanos(now - first.nanos());
  }
}
