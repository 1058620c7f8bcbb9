package run.radicchio.conformance.wasi;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the tests of WebAssembly/wasi-testsuite, and says how each ends. */
public final class WasiTestsuite {
  private final Host host;
  private final PrintWriter out;
  private final Exclusions exclusions;

  /**
   * What runs tests, and knows which of the suite's cannot pass.
   *
   * @param out where to say how each test ends
   */
  public WasiTestsuite(Host host, PrintWriter out) {
    this(host, out, Exclusions.official());
  }

  WasiTestsuite(Host host, PrintWriter out, Exclusions exclusions) {
    this.host = host;
    this.out = out;
    this.exclusions = exclusions;
  }

  /**
   * How many tests ended how.
   *
   * @param failed those that did not as their specification says, those that did though they are
   *     excluded, and those that are excluded and not there
   * @param excluded those that did not, as {@code exclusions.txt} says
   */
  public record Totals(int passed, int failed, int excluded) {
    @Override
    public String toString() {
      return "%d passed, %d failed, %d excluded".formatted(passed, failed, excluded);
    }
  }

  /** How a test ended. */
  private sealed interface Outcome {
    record Passed() implements Outcome {}

    record Failed(String reason) implements Outcome {}

    record Excluded(String reason) implements Outcome {}
  }

  /**
   * Runs all tests in a folder, and ends with a line {@code N passed, N failed, N excluded}.
   *
   * @param folder where {@code conformance/wasi/build} has built them
   * @param parts of the names of those to run; all where there are none
   * @throws IOException if there are none, or one cannot be read
   */
  public Totals run(Path folder, List<String> parts) throws IOException, InterruptedException {
    int passed = 0;
    int failed = 0;
    int excluded = 0;
    List<TestCase> tests = tests(folder, parts);
    for (TestCase test : tests) {
      Outcome outcome = judged(test, run(test));
      switch (outcome) {
        case Outcome.Passed _ -> passed++;
        case Outcome.Failed _ -> failed++;
        case Outcome.Excluded _ -> excluded++;
      }
      report(test.name(), outcome);
    }
    if (parts.isEmpty()) {
      for (String gone : exclusions.missing(tests.stream().map(TestCase::name).toList())) {
        failed++;
        report(gone, new Outcome.Failed("exclusions.txt names it, and it is not there"));
      }
    }
    Totals totals = new Totals(passed, failed, excluded);
    out.println(totals);
    out.flush();
    return totals;
  }

  private static List<TestCase> tests(Path folder, List<String> parts) throws IOException {
    List<TestCase> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(TestCase::isComponent).sorted().toList()) {
        String name = TestCase.name(folder, file);
        if (parts.isEmpty() || parts.stream().anyMatch(name::contains)) {
          tests.add(TestCase.of(folder, file));
        }
      }
    }
    if (tests.isEmpty()) {
      throw new IOException(
          "there is no test in %s%s; conformance/wasi/build builds them"
              .formatted(folder, parts.isEmpty() ? "" : " called " + String.join(", ", parts)));
    }
    return tests;
  }

  private Outcome run(TestCase test) throws InterruptedException {
    Execution execution = new Execution(host, test);
    try (execution) {
      for (Operation operation : test.specification().operations()) {
        execution.run(operation);
      }
      return new Outcome.Passed();
    } catch (Mismatch | IOException | IllegalStateException failure) {
      String said = execution.said();
      return new Outcome.Failed(
          failure.getMessage() + (said.isEmpty() ? "" : "\n" + said.indent(2).stripTrailing()));
    }
  }

  /** What is excluded must fail. */
  private Outcome judged(TestCase test, Outcome outcome) {
    Optional<String> reason = exclusions.reason(test.name());
    if (reason.isEmpty()) {
      return outcome;
    }
    return outcome instanceof Outcome.Passed
        ? new Outcome.Failed("it passes, though exclusions.txt says that it cannot")
        : new Outcome.Excluded(reason.get());
  }

  private void report(String name, Outcome outcome) {
    out.println(
        switch (outcome) {
          case Outcome.Passed _ -> "passed " + name;
          case Outcome.Failed(String reason) -> "FAILED " + name + ": " + reason;
          case Outcome.Excluded(String reason) -> "excluded " + name + ": " + reason;
        });
    out.flush();
  }
}
