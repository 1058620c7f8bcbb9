package run.radicchio.streaming.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How long the stages of pictures take. Safe for use by several threads. */
public final class Timings {
  /** How many ticks those are that count as lately. */
  static final int LATELY = 10;

  private final Map<Stage, Sum> all = new EnumMap<>(Stage.class);
  private final Deque<Map<Stage, Sum>> ticks = new ArrayDeque<>();

  /** How often there was a stage, and how long it took in all. */
  private record Sum(long count, long nanos) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(count + other.count, nanos + other.nanos);
    }

    Sum minus(Sum other) {
      return new Sum(count - other.count, nanos - other.nanos);
    }

    double meanMillis() {
      return Math.round(nanos / 1e4 / count) / 100.0;
    }
  }

  /** A stage took so long. */
  synchronized void add(Stage stage, long nanos) {
    all.merge(stage, new Sum(1, nanos), Sum::plus);
  }

  /** The milliseconds of each stage that there was, in the mean, by its name. */
  synchronized Map<String, Double> millis() {
    return since(Map.of());
  }

  /** Time has passed: the same of the last {@value #LATELY} times, this one included. */
  synchronized Map<String, Double> tick() {
    Map<Stage, Sum> before = ticks.size() < LATELY ? Map.of() : ticks.removeFirst();
    ticks.addLast(new EnumMap<>(all));
    return since(before);
  }

  private Map<String, Double> since(Map<Stage, Sum> before) {
    Map<String, Double> means = new LinkedHashMap<>();
    all.forEach(
        (stage, sum) -> {
          Sum since = sum.minus(before.getOrDefault(stage, Sum.NONE));
          if (since.count > 0) {
            means.put(stage.text(), since.meanMillis());
          }
        });
    return means;
  }

  private synchronized long pictures() {
    return all.getOrDefault(Stage.CONVERT, Sum.NONE).count;
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
