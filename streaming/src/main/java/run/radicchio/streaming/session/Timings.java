package run.radicchio.streaming.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How long the stages of pictures take. Safe for use by several threads. */
public final class Timings {
  private final long[] nanos = new long[Stage.values().length];
  private final long[] counts = new long[Stage.values().length];

  /** A stage took so long. */
  synchronized void add(Stage stage, long took) {
    nanos[stage.ordinal()] += took;
    counts[stage.ordinal()]++;
  }

  /** The milliseconds of each stage that there was, in the mean, by its name. */
  public synchronized Map<String, Double> millis() {
    Map<String, Double> means = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      int at = stage.ordinal();
      if (counts[at] > 0) {
        means.put(stage.text(), Math.round(nanos[at] / 1e4 / counts[at]) / 100.0);
      }
    }
    return means;
  }

  /** How many pictures there were. */
  public synchronized long pictures() {
    return counts[Stage.CONVERT.ordinal()];
  }

  @Override
  public String toString() {
    return pictures()
        + " pictures"
        + millis().entrySet().stream()
            .map(one -> ", %s %.2f ms".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining());
  }
}
