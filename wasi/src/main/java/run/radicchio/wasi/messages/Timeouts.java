package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;

/**
 * How long parts of a request may take, in nanoseconds, unsigned; null for any time.
 *
 * @param connect until there is a connection
 * @param firstByte until the answer begins
 * @param betweenBytes until more of the answer's body comes
 */
public record Timeouts(
    @Nullable Long connect, @Nullable Long firstByte, @Nullable Long betweenBytes) {
  /** Any time for everything. */
  public static final Timeouts NONE = new Timeouts(null, null, null);

  Timeouts withConnect(@Nullable Long time) {
    return new Timeouts(time, firstByte, betweenBytes);
  }

  Timeouts withFirstByte(@Nullable Long time) {
    return new Timeouts(connect, time, betweenBytes);
  }

  Timeouts withBetweenBytes(@Nullable Long time) {
    return new Timeouts(connect, firstByte, time);
  }
}
