package run.radicchio.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConformanceTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/run/radicchio/conformance");
  private static final Path DOCUMENTATION = Path.of("../docs/conformance.md");
  private static final String ALL_THAT_FAIL =
      """
      # As small.wast has it.
      small.wast 13 wrong value
      small.wast 14 no trap
      small.wast 15 other trap
      small.wast 19 text format
      """;

  private final StringWriter said = new StringWriter();

  private Totals run(String exclusions) throws Exception {
    return run("small.json", exclusions);
  }

  private Totals run(String script, String exclusions) throws Exception {
    return new Conformance(Exclusions.of(exclusions), new PrintWriter(said), true)
        .run(List.of(SCRIPTS.resolve(script)));
  }

  private String said() {
    return said.toString();
  }

  private void assertSaid(String words) {
    assertTrue(said().contains(words), () -> "`" + words + "` is not in " + said());
  }

  @Test
  void whatIsNotAsTheScriptSaysFails() throws Exception {
    assertEquals(new Totals(6, 4, 0, 1), run(""));
    assertSaid("small.wast:13: expected 43, got 42");
    assertSaid("small.wast:14: expected the trap \"unreachable\", got none");
    assertSaid("small.wast:15: expected the trap \"integer overflow\", got \"wasm `unreachable`");
    assertSaid("small.wast:19: its module is in the text format");
    assertSaid("other words small.wast:18: ");
    assertTrue(said().endsWith("\n6 passed, 4 failed, 0 skipped\n"), this::said);
  }

  @Test
  void whatIsExcludedIsSkippedForItsReason() throws Exception {
    assertEquals(new Totals(6, 0, 4, 1), run(ALL_THAT_FAIL));
    assertSaid("skipped small.wast:13: wrong value");
  }

  @Test
  void whatIsExcludedThoughItPassesFails() throws Exception {
    assertEquals(new Totals(5, 1, 4, 1), run(ALL_THAT_FAIL + "small.wast 12 no reason"));
    assertSaid("FAILED small.wast:12: it passes, though exclusions.txt says that it cannot");
  }

  @Test
  void whatIsExcludedButNotThereFails() throws Exception {
    assertEquals(new Totals(6, 1, 4, 1), run(ALL_THAT_FAIL + "small.wast 100 no command"));
    assertSaid("FAILED small.wast:100: exclusions.txt names it, but no command is there");
  }

  @Test
  void theDocumentationListsWhatIsExcluded() throws Exception {
    List<String> rows =
        Exclusions.official().rows().stream()
            .map(row -> "| `%s` | %d | %s |".formatted(row.path(), row.line(), row.reason()))
            .toList();
    List<String> documented =
        Files.readString(DOCUMENTATION)
            .lines()
            .filter(line -> line.startsWith("| `test/"))
            .toList();
    assertEquals(String.join("\n", rows), String.join("\n", documented));
  }

  @Test
  void cancellationRunsOnlyWhatWaitsInItsEventLoop() throws Exception {
    assertEquals(new Totals(14, 0, 0, 0), run("cancellation.json", ""), this::said);
  }

  @Test
  void cancellableBuiltinsAreToldOfCancellation() throws Exception {
    assertEquals(new Totals(7, 0, 0, 0), run("cancellable.json", ""), this::said);
  }

  @Test
  void aTaskThatYieldsForEverLetsCallsIn() throws Exception {
    assertEquals(new Totals(4, 0, 0, 0), run("yielding.json", ""), this::said);
  }
}
