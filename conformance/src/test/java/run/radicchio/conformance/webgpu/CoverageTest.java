package run.radicchio.conformance.webgpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.conformance.webgpu.Case.End;
import run.radicchio.conformance.webgpu.Case.Input;

class CoverageTest {
  private static Case ended(String function, Input input, End end) {
    return new Case(function + ": what", input, end, List.of("a reason"));
  }

  @Test
  void aFunctionIsCoveredByRightAndWrongInputThatPasses() {
    Coverage coverage =
        new Coverage(
            new Functions(List.of("both", "right-only", "failing", "skipped", "none")),
            List.of(
                new Group(
                    "one",
                    List.of(
                        ended("both", Input.RIGHT, End.PASSED),
                        ended("both", Input.WRONG, End.PASSED),
                        ended("right-only", Input.RIGHT, End.PASSED),
                        ended("failing", Input.RIGHT, End.PASSED)),
                    List.of()),
                new Group(
                    "two",
                    List.of(
                        ended("failing", Input.WRONG, End.PASSED),
                        ended("failing", Input.WRONG, End.EXCLUDED),
                        ended("skipped", Input.RIGHT, End.PASSED),
                        ended("skipped", Input.WRONG, End.PASSED),
                        ended("skipped", Input.WRONG, End.SKIPPED),
                        ended("skipped", Input.RIGHT, End.DRIVER_BUG)),
                    List.of("it trapped"))));
    String page = coverage.markdown("a host");
    assertTrue(page.contains("\n2 of 5 functions are covered"), page);
    assertTrue(page.contains("\nHost: a host\n"), page);
    assertTrue(
        page.contains(
            """
            | one | 4 | 0 | 0 | 0 |
            | two | 3 | 1 | 1 | 2 |
            | all | 7 | 1 | 1 | 2 |
            """),
        page);
    assertTrue(page.contains("\n| skipped, as | cases |\n| --- | --- |\n| a reason | 1 |\n"), page);
    assertTrue(
        page.endsWith(
            """
            | `both` | 1 | 1 | covered |
            | `right-only` | 1 | 0 | not covered |
            | `failing` | 1 | 1 of 2 | not covered |
            | `skipped` | 1 of 2 | 1 of 2 | covered |
            | `none` | 0 | 0 | not covered |
            """),
        page);
    assertEquals(new Totals(7, 1, 1, 2), coverage.totals());
  }

  @Test
  void functionsAreThoseOfTheContract() {
    List<String> functions = Functions.ofContract().all();
    assertEquals(229, functions.size());
    assertTrue(
        functions.containsAll(
            List.of(
                "get-gpu",
                "gpu.request-adapter",
                "gpu-query-set.type",
                "record-option-gpu-size64.constructor",
                "gpu-render-pass-encoder.draw-indexed-indirect")),
        functions::toString);
  }

  @Test
  void functionsAreMethodsConstructorsAndOthers() {
    String wit =
        """
        interface things {
          resource made {
            constructor();
            use: func();
          }
          resource given {
            %type: async func() -> u8;
          }
          variant choice {
            given(given),
            func(u8),
          }
          get: func() -> choice;
        }
        """;
    assertEquals(
        new Functions(List.of("made.constructor", "made.use", "given.type", "get")),
        Functions.of(wit));
  }
}
