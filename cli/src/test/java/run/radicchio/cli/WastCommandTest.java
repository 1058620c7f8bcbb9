package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WastCommandTest {
  private static final String SCRIPTS =
      "../conformance/src/test/resources/run/radicchio/conformance/";

  @Test
  void countsWhatPasses() {
    Execution.of("wast", SCRIPTS + "yielding.json").printed("4 passed, 0 failed, 0 skipped\n");
  }

  @Test
  void whatFailsIsToldAndMakesTheCommandFail() {
    Execution wast = Execution.of("wast", SCRIPTS + "yielding.json", SCRIPTS + "small.json");
    assertEquals(1, wast.exitCode());
    assertTrue(wast.out().contains("FAILED small.wast:13: expected 43, got 42\n"), wast.out());
    assertTrue(wast.out().endsWith("\n10 passed, 4 failed, 0 skipped\n"), wast.out());
  }

  @Test
  void verboseShowsEachFile() {
    Execution wast = Execution.of("wast", "--verbose", SCRIPTS + "yielding.json");
    assertTrue(wast.out().startsWith("yielding.wast: 4 passed, 0 failed, 0 skipped\n"), wast.out());
  }

  @Test
  void aPathThatLeadsNowhereIsMisuse() {
    Execution.of("wast", "nowhere").failed(2, "radicchio: nowhere does not exist\n");
  }

  @Test
  void aFolderWithoutTestsIsMisuse(@TempDir Path folder) {
    Execution.of("wast", folder.toString())
        .failed(2, "radicchio: there is neither a .wast nor a .json file in " + folder + "\n");
  }

  @Test
  void anotherFileIsMisuse() {
    Execution.of("wast", Execution.guest("tests/trap"))
        .failed(
            2,
            "radicchio: %s is not what `wasm-tools json-from-wast` writes\n"
                .formatted(Execution.guest("tests/trap")));
  }
}
