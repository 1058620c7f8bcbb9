package run.radicchio.conformance.webgpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.conformance.webgpu.Case.End;
import run.radicchio.conformance.webgpu.Case.Input;

class ResultsTest {
  private static Results read(String lines) {
    Results results = new Results();
    lines.lines().forEach(results::add);
    return results;
  }

  @Test
  void readsWhatGroupsPrint() {
    Results results =
        read(
            """
            # right input
            ok 1 - gpu-buffer.size: is a size - of the descriptor
            # wrong input
            not ok 2 - gpu-buffer.size: other
            # expected 1, got 2
            # in vain
            ok 3 - gpu-buffer.usage: third # SKIP the adapter has no time
            1..3
            """);
    assertEquals(
        List.of(
            new Case(
                "gpu-buffer.size: is a size - of the descriptor",
                Input.RIGHT,
                End.PASSED,
                List.of()),
            new Case(
                "gpu-buffer.size: other",
                Input.WRONG,
                End.FAILED,
                List.of("expected 1, got 2", "in vain")),
            new Case(
                "gpu-buffer.usage: third",
                Input.WRONG,
                End.SKIPPED,
                List.of("the adapter has no time"))),
        results.cases());
    assertEquals(List.of(), results.problems());
  }

  @Test
  void theFunctionOfACaseIsInItsName() {
    assertEquals(
        "gpu-buffer.size", read("ok 1 - gpu-buffer.size: a: b").cases().getFirst().function());
  }

  @Test
  void aGroupThatStopsIsAProblem() {
    assertEquals(
        List.of("it ended after 1 cases, not at its end"), read("ok 1 - get-gpu: a").problems());
  }

  @Test
  void casesThatAreMissingAreAProblem() {
    assertEquals(
        List.of("it has 2 cases, of which it ran 1"), read("ok 1 - get-gpu: a\n1..2").problems());
  }

  @Test
  void whatIsNoResultIsAProblem() {
    assertEquals(
        List.of(
            "it printed what is not expected there: hello",
            "it printed what is not expected there: ok 3 - get-gpu: b"),
        read("hello\nok 1 - get-gpu: a\nok 3 - get-gpu: b\n1..2").problems());
  }
}
