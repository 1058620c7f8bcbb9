package run.radicchio.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.SampleTimeResult;

/**
 * What was measured. Of the means of all iterations the least counts, or of their medians where
 * single runs were timed: whatever else the machine does only adds to them.
 */
final class Measurements {
  private static final String SIDE = "side";
  private static final Set<String> NOT_SHOWN = Set.of(SIDE, "rehearsals", "copies");

  private final SequencedMap<Case, Map<Side, Cost>> costs = new LinkedHashMap<>();

  /**
   * A benchmark with its parameters.
   *
   * @param type its class, in the Java language's terms
   * @param parameters those that the report shows; empty where there are none
   */
  record Case(String type, String method, String parameters) {
    private static Case of(BenchmarkParams params) {
      String name = params.getBenchmark();
      int dot = name.lastIndexOf('.');
      return new Case(
          name.substring(0, dot),
          name.substring(dot + 1),
          params.getParamsKeys().stream()
              .filter(key -> !NOT_SHOWN.contains(key))
              .map(params::getParam)
              .collect(Collectors.joining(" ")));
    }

    /** Another method of the class, with the same parameters. */
    Case other(String otherMethod) {
      return new Case(type, otherMethod, parameters);
    }

    @Override
    public String toString() {
      String name = type.substring(type.lastIndexOf('.') + 1) + "." + method;
      return parameters.isEmpty() ? name : name + " " + parameters;
    }
  }

  /**
   * Of one operation.
   *
   * @param bytes of heap
   */
  record Cost(double nanoseconds, double bytes) {
    static final Cost NOTHING = new Cost(0, 0);

    private static Cost of(IterationResult iteration) {
      return new Cost(
          iteration.getPrimaryResult() instanceof SampleTimeResult times
              ? times.getStatistics().getPercentile(50)
              : score(iteration, ProcessorTime.RESULT, iteration.getPrimaryResult().getScore()),
          score(iteration, HeapUse.RESULT, Double.NaN));
    }

    private static double score(IterationResult iteration, String name, double otherwise) {
      Result<?> result = iteration.getSecondaryResults().get(name);
      return result == null ? otherwise : result.getScore();
    }

    private Cost least(Cost other) {
      return new Cost(Math.min(nanoseconds, other.nanoseconds), Math.min(bytes, other.bytes));
    }
  }

  /** Takes what JMH measured in one run of a benchmark. */
  void add(RunResult run) {
    BenchmarkParams params = run.getParams();
    Case measured = Case.of(params);
    Side side =
        params.getParamsKeys().contains(SIDE)
            ? Side.valueOf(params.getParam(SIDE))
            : Side.COMPONENT;
    run.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(Cost::of)
        .forEach(cost -> add(measured, side, cost));
  }

  /** Takes what an iteration cost. */
  void add(Case measured, Side side, Cost cost) {
    costs.computeIfAbsent(measured, _ -> new LinkedHashMap<>()).merge(side, cost, Cost::least);
  }

  /** What was measured, in the order in which it first was. */
  Iterable<Case> cases() {
    return costs.sequencedKeySet();
  }

  /** What something costs; null where it was not measured. */
  @Nullable Cost cost(Case measured, Side side) {
    return costs.getOrDefault(measured, Map.of()).get(side);
  }
}
