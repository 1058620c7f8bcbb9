package run.radicchio.streaming.session;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;

/** How long the stages of pictures take. Safe for use by several threads. */
public final class Timings {
  private final Map<Stage, LongSummaryStatistics> stages = new EnumMap<>(Stage.class);

  /** A stage took so long. */
  synchronized void add(Stage stage, long nanos) {
    stages.computeIfAbsent(stage, first -> new LongSummaryStatistics()).accept(nanos);
  }

  /** The milliseconds of each stage that there was, in the mean, by its name. */
  public synchronized Map<String, Double> millis() {
    Map<String, Double> means = new LinkedHashMap<>();
    stages.forEach(
        (stage, all) -> means.put(stage.text(), Math.round(all.getAverage() / 1e4) / 100.0));
    return means;
  }

  /** How many pictures there were. */
  public synchronized long pictures() {
    LongSummaryStatistics converted = stages.get(Stage.CONVERT);
    return converted == null ? 0 : converted.getCount();
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
