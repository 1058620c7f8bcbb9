package run.radicchio.bench.programs;

import java.time.Duration;
import java.util.List;

/**
 * How long some work took.
 *
 * @param name the case's
 * @param size how much it is, in words
 */
record Times(String name, String size, Duration sandboxed, Duration direct) {
  private static final String COLUMNS = "| %-16s | %-36s | %14s | %10s | %5s |";

  /** What the columns of {@link #toString} are. */
  static final String HEADING =
      COLUMNS.formatted("work", "size", "in the sandbox", "direct", "ratio");

  /** The middle one, or the later of the two there. */
  static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  double ratio() {
    return (double) sandboxed.toNanos() / direct.toNanos();
  }

  private static String seconds(Duration time) {
    return "%.4f s".formatted(time.toNanos() / 1e9);
  }

  /** A row of a table. */
  @Override
  public String toString() {
    return COLUMNS.formatted(
        name, size, seconds(sandboxed), seconds(direct), "%.2f".formatted(ratio()));
  }
}
