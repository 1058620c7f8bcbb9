package run.radicchio.webgpu.dawn.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.dawn.Usage;

/**
 * Calls of all of {@code wasi:webgpu}, in random order, right and wrong. How many tries there are
 * the property {@code jqwik.tries.default} says: 1000 unless it is given, and over a million calls
 * by the command in CONTRIBUTING.md.
 */
class StepsTest {
  private static final System.Logger LOG = System.getLogger(StepsTest.class.getName());
  private static final Path WIT = Path.of("../guests/wit/deps/wasi-webgpu/webgpu.wit");

  /** Tries after which everything was there once that is kept. */
  private static final long WARM = 500;

  private static @Nullable Usage warm;

  @Property
  void callsAreAsTheSpecificationSays(@ForAll("draws") List<Draw> draws) {
    Tries.make(draws);
    if (warm == null && Tries.count() > WARM) {
      warm = Usage.now();
    }
  }

  @Provide
  Arbitrary<List<Draw>> draws() {
    return Draws.some(60);
  }

  /** Some slack for what the JVM compiles and jqwik remembers. */
  @AfterContainer
  static void memoryIsWhereItWas() {
    Usage before = warm;
    if (before != null) {
      Usage now = Usage.now();
      LOG.log(
          System.Logger.Level.INFO,
          "{0} calls in {1} tries: from {2} to {3}",
          Tries.calls(),
          Tries.count(),
          before,
          now);
      assertTrue(now.heap() < before.heap() + (16 << 20), () -> "from " + before + " to " + now);
      assertTrue(
          now.anonymous() < before.anonymous() + (64 << 20), () -> "from " + before + " to " + now);
      assertTrue(now.threads() < before.threads() + 10, () -> "from " + before + " to " + now);
    }
    Tries.close();
  }

  @Example
  void everyCallCanBeMade() {
    for (Call call : Call.values()) {
      Try steps = Tries.make(List.of(Draw.of(call)));
      assertTrue(
          steps.calls().stream().anyMatch(made -> made.startsWith(call.wit() + "(")),
          () -> call.wit() + " is not among these calls:\n" + steps);
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
