package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadicchioTest {
  @ParameterizedTest
  @ValueSource(strings = {"run", "gpus", "wit", "inspect", "wast"})
  void eachSubcommandHasHelpAndVersion(String subcommand) {
    Execution help = Execution.of(subcommand, "--help");
    assertEquals(0, help.exitCode());
    assertTrue(help.out().startsWith("Usage: radicchio " + subcommand), help.out());
    assertTrue(help.out().contains("Exit codes:"), help.out());
    assertEquals(Execution.of("--version"), Execution.of(subcommand, "--version"));
  }

  @Test
  void versionIsThatOfTheBuild() {
    Execution version = Execution.of("--version");
    assertEquals(0, version.exitCode());
    assertTrue(
        version.out().matches("radicchio \\d+\\.\\d+\\.\\S+\\RJava 25\\S*\\R"), version.out());
  }

  @Test
  void nothingToDoIsMisuse() {
    Execution.of()
        .failed(
            2,
            """
            radicchio: expected a subcommand
            Try `radicchio --help`.
            """);
  }

  @Test
  void missingFileIsMisuse() {
    Execution.of("run")
        .failed(
            2,
            """
            radicchio: Missing required parameter: 'FILE.wasm'
            Try `radicchio run --help`.
            """);
  }

  @Test
  void unknownOptionIsMisuse() {
    Execution execution = Execution.of("gpus", "--jsn");
    assertEquals(2, execution.exitCode());
    assertTrue(execution.err().startsWith("radicchio: Unknown option: '--jsn'"), execution.err());
  }
}
