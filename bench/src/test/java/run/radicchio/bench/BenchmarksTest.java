package run.radicchio.bench;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
  private static final List<Class<?>> ALL =
      List.of(
          HostCalls.class,
          GuestCalls.class,
          ComponentCalls.class,
          AsyncCalls.class,
          WebGpuCalls.class,
          FileCopies.class,
          Frames.class,
          Loading.class,
          Processes.class);

  @Test
  void eachRunsOnce() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .forks(0)
                    .mode(Mode.SingleShotTime)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .param("rehearsals", "1")
                    .param("copies", "1")
                    .param("mebibytes", "1")
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Set<String> expected =
        ALL.stream()
            .flatMap(type -> Stream.of(type.getMethods()))
            .filter(method -> method.isAnnotationPresent(Benchmark.class))
            .map(method -> method.getDeclaringClass().getName() + "." + method.getName())
            .collect(toSet());
    assertFalse(expected.isEmpty());
    assertEquals(
        expected,
        results.stream().map(result -> result.getParams().getBenchmark()).collect(toSet()));
  }
}
