package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WasiTestsuiteCommandTest {
  private static final Path COMMANDS = Path.of("../wasi/guests/commands-p2.wasm");

  @TempDir private Path folder;

  private void test(String name, String specification) throws IOException {
    Files.copy(COMMANDS, folder.resolve(name + ".wasm"));
    Files.writeString(folder.resolve(name + ".json"), specification);
  }

  @Test
  void runsTestsAsTheCommandRunsComponents() throws Exception {
    Files.createDirectory(folder.resolve("root"));
    Files.writeString(folder.resolve("root/a.txt"), "x");
    test(
        "listing", "{\"args\": [\"list\", \"/\"], \"root\": \"root\", \"stdout\": \"file a.txt\"}");
    test("nothing-given", "{\"args\": [\"list\", \"/\"]}");
    Execution suite = Execution.of("wasi-testsuite", folder.toString());
    assertEquals(1, suite.exitCode());
    assertTrue(suite.out().startsWith("passed listing\nFAILED nothing-given: "), suite.out());
    assertTrue(suite.out().endsWith("\n1 passed, 1 failed, 0 excluded\n"), suite.out());
    Execution.of("wasi-testsuite", folder.toString(), "list")
        .printed("passed listing\n1 passed, 0 failed, 0 excluded\n");
  }

  @Test
  void aFolderWithoutTestsIsMisuse() {
    Execution.of("wasi-testsuite", folder.toString())
        .failed(
            2,
            "radicchio: there is no test in %s; conformance/wasi/build builds them\n"
                .formatted(folder));
  }

  @Test
  void aFolderThatIsNotThereIsMisuse() {
    Execution.of("wasi-testsuite", "nowhere").failed(2, "radicchio: nowhere is no folder\n");
  }
}
