package run.radicchio.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs benchmarks in rounds and prints what they cost. Each round runs each benchmark, and its
 * engine's side beside it, in a JVM of its own with the flags of this one.
 */
public final class Bench {
  private static final int ROUNDS = 3;
  private static final int ITERATIONS = 2;
  private static final TimeValue ITERATION = TimeValue.milliseconds(1200);

  private Bench() {}

  /**
   * Runs those whose names contain a pattern, or all.
   *
   * @param arguments {@code [--rounds N] [--alone] [PATTERN...]}: regular expressions; {@code
   *     --alone} is without {@link Rehearsal}
   */
  public static void main(String[] arguments) throws RunnerException {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    int rounds = ROUNDS;
    if ("--rounds".equals(rest.peek())) {
      rest.remove();
      rounds = Integer.parseInt(rest.remove());
    }
    boolean alone = "--alone".equals(rest.peek());
    if (alone) {
      rest.remove();
    }
    Options options = options(rest, alone);
    Measurements measurements = new Measurements();
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("round %d of %d; see target/jmh.log%n", round, rounds);
      for (RunResult result : new Runner(options).run()) {
        measurements.add(result);
      }
    }
    new Report(measurements).lines().forEach(System.out::println);
  }

  private static Options options(Iterable<String> patterns, boolean alone) {
    var options =
        new OptionsBuilder()
            .forks(1)
            .warmupIterations(ITERATIONS)
            .warmupTime(ITERATION)
            .measurementIterations(ITERATIONS)
            .measurementTime(ITERATION)
            .timeUnit(TimeUnit.NANOSECONDS)
            .addProfiler(GCProfiler.class)
            .addProfiler(ProcessorTime.class)
            .shouldFailOnError(true)
            .output("target/jmh.log");
    if (alone) {
      options.param("rehearsals", "0");
    }
    patterns.forEach(options::include);
    return options.build();
  }
}
