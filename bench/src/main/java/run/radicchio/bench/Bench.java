package run.radicchio.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs benchmarks in rounds and prints what they cost. Each round runs each benchmark, and its bare
 * side beside it, in a JVM of its own with the flags of this one.
 */
public final class Bench {
  private static final int ROUNDS = 3;
  private static final int ITERATIONS = 2;
  private static final TimeValue ITERATION = TimeValue.milliseconds(1200);

  private Bench() {}

  /**
   * Runs those whose names contain a pattern, or all.
   *
   * @param arguments {@code [--rounds N] [--alone] [--gpu NAME] [PATTERN...]}: regular expressions;
   *     {@code --alone} is without {@link Rehearsal}; the GPU is that of {@link WebGpuCalls}
   */
  public static void main(String[] arguments) throws RunnerException {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    int rounds = ROUNDS;
    if (isNext("--rounds", rest)) {
      rounds = Integer.parseInt(rest.remove());
    }
    var settings = new OptionsBuilder();
    if (isNext("--alone", rest)) {
      settings.param("rehearsals", "0");
    }
    if (isNext("--gpu", rest)) {
      settings.param("gpu", rest.remove());
    }
    rest.forEach(settings::include);
    Options options = options(settings);
    Measurements measurements = new Measurements();
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("round %d of %d; see target/jmh.log%n", round, rounds);
      for (RunResult result : new Runner(options).run()) {
        measurements.add(result);
      }
    }
    new Report(measurements).lines().forEach(System.out::println);
  }

  /** Takes an option, if it is what comes next. */
  private static boolean isNext(String option, Deque<String> arguments) {
    return option.equals(arguments.peek()) && arguments.remove(option);
  }

  private static Options options(ChainedOptionsBuilder settings) {
    return settings
        .forks(1)
        .warmupIterations(ITERATIONS)
        .warmupTime(ITERATION)
        .measurementIterations(ITERATIONS)
        .measurementTime(ITERATION)
        .timeUnit(TimeUnit.NANOSECONDS)
        .addProfiler(HeapUse.class)
        .addProfiler(ProcessorTime.class)
        .shouldFailOnError(true)
        .output("target/jmh.log")
        .build();
  }
}
