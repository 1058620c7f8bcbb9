package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components that want more than they may have. */
class LimitOptionsTest {
  private static final String LOOP = Execution.guest("tests/loop");
  private static final String COMMAND = Execution.guest("tests/command");
  private static final String ECHO = Execution.guest("tests/echo");

  @Test
  void aComponentThatTakesTooLong() {
    Execution execution = Execution.of("run", "--timeout", "50ms", LOOP);
    assertEquals(1, execution.exitCode());
    assertEquals(
        """
        radicchio: %s trapped: the deadline passed: a call took more than 0.05s
          at Main!wait-for-godot, Main!run
        """
            .formatted(LOOP),
        execution.err());
  }

  @Test
  void aComponentThatIsInTime() {
    Execution.of("run", "--timeout", "10m", "--invoke", "answer()", COMMAND).printed("42\n");
  }

  @Test
  void aComponentThatNeedsTooMuchMemory() {
    Execution execution =
        Execution.of("run", "--max-memory", "64K", "--invoke", "echo-u8(7)", ECHO);
    assertEquals(1, execution.exitCode());
    assertTrue(
        execution.err().contains("a limit of the store is exceeded: no room for a linear memory"),
        execution.err());
    Execution.of("run", "--max-memory", "64M", "--invoke", "echo-u8(7)", ECHO).printed("7\n");
  }

  @Test
  void aSeed() {
    Execution execution = Execution.of("run", "--seed", "7", Execution.guest("tests/trap"));
    assertTrue(execution.err().contains("(in a store of seed 7)"), execution.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--timeout, 10, 'a time such as 500ms, 10s or 2m'",
    "--timeout, 0s, 'a time such as 500ms, 10s or 2m'",
    "--timeout, -1s, 'a time such as 500ms, 10s or 2m'",
    "--max-memory, 1T, a size such as 64M or 2G",
    "--max-memory, much, a size such as 64M or 2G"
  })
  void whatIsNoLimit(String option, String value, String expected) {
    Execution execution = Execution.of("run", option, value, LOOP);
    assertEquals(2, execution.exitCode());
    assertTrue(
        execution.err().contains("expected %s, found `%s`".formatted(expected, value)),
        execution.err());
  }
}
