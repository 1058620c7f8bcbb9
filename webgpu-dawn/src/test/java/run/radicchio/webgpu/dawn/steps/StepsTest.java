package run.radicchio.webgpu.dawn.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.Usage;

/**
 * Calls of all of {@code wasi:webgpu}, in random order, right and wrong. How many tries there are
 * the system property {@code jqwik.tries.default} says, 1000 unless it is given; which they are
 * {@code radicchio.test.seed}, any unless it is given. CONTRIBUTING.md has the command for a
 * million calls.
 */
class StepsTest {
  private static final System.Logger LOG = System.getLogger(StepsTest.class.getName());
  private static final Path WIT = Path.of("../guests/wit/deps/wasi-webgpu/webgpu.wit");

  /** Tries after which everything was there once that is kept. */
  private static final int WARM = 500;

  private static final int OFTEN = 5000;

  private static @Nullable Usage warm;

  @Property
  void callsAreAsTheSpecificationSays(@ForAll("draws") List<Draw> draws) {
    Tries.make(draws);
    int tries = Tries.tally().tries();
    if (warm == null && tries > WARM) {
      warm = Usage.now();
    }
    if (tries % OFTEN == 0) {
      LOG.log(System.Logger.Level.INFO, "{0}, {1}", Tries.tally(), Usage.now());
    }
  }

  @Provide
  Arbitrary<List<Draw>> draws() {
    Arbitrary<List<Draw>> some = Draws.some(60);
    Long seed = Long.getLong("radicchio.test.seed");
    if (seed == null) {
      return some;
    }
    Random random = new Random(seed);
    RandomGenerator<List<Draw>> generator = some.generator(1000);
    return Arbitraries.fromGenerator(_ -> generator.next(random));
  }

  /**
   * Some slack for what the JVM compiles, and for what the C library scatters over the pools that
   * it has for threads: over a million calls, the pools are what grows.
   */
  @AfterContainer
  static void memoryIsWhereItWas() {
    Usage before = warm;
    if (before != null) {
      Usage now = Usage.now();
      LOG.log(System.Logger.Level.INFO, "{0}: from {1} to {2}", Tries.tally(), before, now);
      assertTrue(now.heap() < before.heap() + (16 << 20), () -> "from " + before + " to " + now);
      assertTrue(
          now.anonymous() < before.anonymous() + (64 << 20), () -> "from " + before + " to " + now);
      assertTrue(now.threads() < before.threads() + 10, () -> "from " + before + " to " + now);
    }
    Tries.close();
  }

  /** A call under way may be done at once, and then there is none to wait for. */
  @Example
  void everyCallCanBeMade() {
    for (Call call : Call.values()) {
      assertTrue(
          Stream.generate(() -> Tries.make(List.of(Draw.of(call))))
              .limit(20)
              .anyMatch(steps -> steps.calls().stream().anyMatch(made -> made.call() == call)),
          () -> call.wit() + " is not among the calls made for it");
    }
  }

  /** Except what no function gives to a guest, and the event that WebGPU hands to listeners. */
  @Example
  void everyFunctionIsAmongTheCalls() throws IOException {
    Set<String> missing = new TreeSet<>(functions(Files.readString(WIT)));
    missing.removeAll(
        Arrays.stream(Call.values()).map(Call::wit).collect(Collectors.toUnmodifiableSet()));
    assertEquals(
        Set.of(
            "gpu-canvas-context-configure",
            "gpu-canvas-context-drop",
            "gpu-canvas-context-get-configuration",
            "gpu-canvas-context-get-current-texture",
            "gpu-canvas-context-unconfigure",
            "gpu-uncaptured-error-event-drop",
            "gpu-uncaptured-error-event-error"),
        missing);
  }

  /** All functions of an interface, and the dropping of all its resources. */
  private static Set<String> functions(String wit) {
    Set<String> names = new TreeSet<>();
    Matcher resources =
        Pattern.compile("^  resource ([\\w-]+) \\{(.*?)^  }", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(wit);
    while (resources.find()) {
      String resource = resources.group(1);
      names.add(resource + "-drop");
      Pattern.compile("^    %?([\\w-]+)[:(]", Pattern.MULTILINE)
          .matcher(resources.group(2))
          .results()
          .forEach(function -> names.add(resource + "-" + function.group(1)));
    }
    Pattern.compile("^  %?([\\w-]+): (async )?func", Pattern.MULTILINE)
        .matcher(wit)
        .results()
        .forEach(function -> names.add(function.group(1)));
    return names;
  }
}
