package run.radicchio.component.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The committed scenarios, whose traces are the model's. */
class DifferentialTest {
  private static final Path SCENARIOS = Path.of("../conformance/differential/scenarios");
  private static final String TITLE = "== ";

  /** A scenario, and what the model's guests see. */
  record Traced(Scenario scenario, String trace) {
    @Override
    public String toString() {
      return scenario.title();
    }
  }

  private static List<Traced> committed() {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      return files
          .filter(file -> file.toString().endsWith(".scenario"))
          .sorted()
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Traced> read(Path file) {
    try {
      Map<String, String> traces =
          traces(Path.of(file.toString().replaceFirst("scenario$", "trace")));
      return Scenario.all(Files.readString(file)).stream()
          .map(scenario -> new Traced(scenario, traces.getOrDefault(scenario.title(), "none\n")))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> traces(Path file) throws IOException {
    Map<String, String> traces = new LinkedHashMap<>();
    List<String> titles = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(TITLE)) {
        titles.add(line.substring(TITLE.length()));
        traces.put(titles.getLast(), "");
      } else {
        traces.merge(titles.getLast(), line + "\n", String::concat);
      }
    }
    return traces;
  }

  @TestFactory
  Stream<DynamicTest> guestsSeeWhatTheModelSays() {
    return committed().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.toString(),
                    () -> {
                      assertEquals(each.trace(), World.run(each.scenario(), null, false));
                      assertEquals(each.trace(), World.run(each.scenario(), null, true));
                    }));
  }

  @Provide
  Arbitrary<Traced> scenarios() {
    return Arbitraries.of(committed());
  }

  /** What is not a trap fails the run. */
  @Property(tries = 500)
  void anyOrderCanBeRunAgain(@ForAll("scenarios") Traced traced, @ForAll long seed) {
    String once = World.run(traced.scenario(), seed, false);
    assertEquals(once, World.run(traced.scenario(), seed, false));
    assertEquals(once, World.run(traced.scenario(), seed, true));
  }
}
