package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class RunCommandTest {
  private static final String ECHO = Execution.guest("tests/echo");

  private static Execution invoke(String call) {
    return Execution.of("run", "--invoke", call, ECHO);
  }

  @Test
  void aProgramPrintsWhatTheGpuComputed() {
    Execution.of("run", Execution.guest("hello-compute")).printed("Steps: [0, 1, 7, 2]\n");
  }

  @Test
  void aProgramFailsWhereNoGpuIsAdmitted() {
    String file = Execution.guest("hello-compute");
    Execution execution = Execution.of("run", "--gpu", "a GPU of no such name", file);
    assertEquals(1, execution.exitCode());
    assertTrue(
        execution
            .err()
            .startsWith(
                "radicchio: %s failed: The host has no GPU adapter.\n".formatted(file)
                    + "  No GPU has the name \"a GPU of no such name\"."),
        execution.err());
  }

  @Test
  void aComponentComesFromStandardInput() throws IOException {
    InputStream before = System.in;
    try (InputStream file = new FileInputStream(ECHO)) {
      System.setIn(file);
      Execution.of("run", "--invoke", "echo-u8(7)", "-").printed("7\n");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aCommandGoesBeforeOtherFunctions() {
    String file = Execution.guest("tests/command");
    // Which says by itself why it fails, or not.
    Execution.of("run", file).failed(1, "");
    Execution.of("run", "--invoke", "answer()", file).printed("42\n");
  }

  @Test
  void aCallPrintsItsResult() {
    invoke("echo-string(\"a\\nb\")").printed("\"a\\nb\"\n");
    invoke("echo-mixed({a: 1, b: 2, c: 3, d: 4.5, e: true, f: 'x', g: \"y\", h: -1, i: 0.5})")
        .printed("{a: 1, b: 2, c: 3, d: 4.5, e: true, f: 'x', g: \"y\", h: -1, i: 0.5}\n");
    invoke("radicchio:test/values#divide(8, 2)").printed("ok(4)\n");
    invoke("nothing()").printed("()\n");
  }

  @Test
  void aCallThatReturnsAnErrorFails() {
    assertEquals(new Execution(1, "err(inexact(1))\n", ""), invoke("divide(7, 2)"));
  }

  @Test
  void argumentsOfOtherTypesAreMisuse() {
    invoke("echo-u8(300)")
        .failed(
            2,
            """
            radicchio: --invoke: column 9: expected u8 (0 to 255), found `300`
              radicchio:test/values#echo-u8 is func(v: u8) -> u8
            """);
  }

  @Test
  void whatIsNoCallIsMisuse() {
    invoke("echo-u8")
        .failed(2, "radicchio: --invoke: column 1: expected a call, such as name(1, \"two\")\n");
  }

  @Test
  void aFunctionThatIsNotThereIsMisuse() {
    Execution.of("run", "--invoke", "plan()", Execution.guest("tests/trap"))
        .failed(2, "radicchio: the component exports no function plan; it has run\n");
  }

  @Test
  void severalFunctionsAreNamed() {
    Execution execution = Execution.of("run", Execution.guest("tests/counters"));
    assertEquals(2, execution.exitCode());
    assertEquals(
        "radicchio: the component exports several functions; choose one with"
            + " --invoke 'NAME(ARG, ...)': radicchio:test/counters#several,"
            + " radicchio:test/counters#sum, radicchio:test/counters#larger,"
            + " radicchio:test/counters#finish, radicchio:test/counters#live\n",
        execution.err());
  }

  @Test
  void aResultThatCannotBeWrittenIsMisuse() {
    Execution execution =
        Execution.of("run", "--invoke", "several(1)", Execution.guest("tests/counters"));
    assertEquals(2, execution.exitCode());
    assertTrue(
        execution
            .err()
            .startsWith(
                "radicchio: what radicchio:test/counters#several returns cannot be printed"),
        execution.err());
  }

  @Test
  void argumentsThatNothingTakesAreMisuse() {
    String file = Execution.guest("tests/trap");
    Execution.of("run", file, "--gpu", "any")
        .failed(
            2,
            "radicchio: "
                + file
                + " takes no arguments, but is given --gpu any; options of run go before the"
                + " file\n");
  }
}
