package run.radicchio.streaming.session;

import java.time.Duration;

/** The shortest of some times, of the last ten seconds or a little more. */
final class Shortest {
  private static final long MEMORY_NANOS = Duration.ofSeconds(10).toNanos();

  private long shortest = Long.MAX_VALUE;
  private long before = Long.MAX_VALUE;
  private long began = Long.MIN_VALUE;

  /** Another one, in nanoseconds, at a time of any clock. */
  void add(long nanos, long now) {
    if (began == Long.MIN_VALUE) {
      began = now;
    } else if (now - began > MEMORY_NANOS) {
      began = now;
      before = shortest;
      shortest = Long.MAX_VALUE;
    }
    shortest = Math.min(shortest, nanos);
  }

  /** It, in nanoseconds; 0 if there was none. */
  long nanos() {
    long known = Math.min(shortest, before);
    return known == Long.MAX_VALUE ? 0 : known;
  }
}
