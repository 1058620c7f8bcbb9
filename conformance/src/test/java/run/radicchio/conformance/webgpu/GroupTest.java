package run.radicchio.conformance.webgpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import run.radicchio.conformance.webgpu.Case.End;
import run.radicchio.conformance.webgpu.Case.Input;
import run.radicchio.conformance.webgpu.Exclusions.Exclusion;

class GroupTest {
  private static final Exclusions EXCLUSIONS =
      Exclusions.of(
          """
          # A comment.
          get-gpu: excluded
            for a reason
            of two lines
          [two]
          get-gpu: excluded on two
            for another
          """);
  private static final Map<String, Exclusion> ON_ONE = EXCLUSIONS.on("adapter one");
  private static final Map<String, Exclusion> ON_TWO = EXCLUSIONS.on("adapter two");

  private static Case ended(String name, End end) {
    return new Case(name, Input.RIGHT, end, List.of());
  }

  private static Group group(Case... cases) {
    return new Group("group", List.of(cases), List.of());
  }

  @Test
  void countsHowCasesEnded() {
    assertEquals(
        new Totals(1, 2, 1, 0),
        new Group(
                "group",
                List.of(
                    ended("get-gpu: a", End.PASSED),
                    ended("get-gpu: b", End.FAILED),
                    ended("get-gpu: c", End.SKIPPED)),
                List.of("it trapped"))
            .totals());
  }

  @Test
  void knowsWhyCasesAreSkipped() {
    Group group =
        group(
            new Case("get-gpu: a", Input.RIGHT, End.SKIPPED, List.of("no GPU")),
            new Case("get-gpu: b", Input.RIGHT, End.FAILED, List.of("no b")));
    assertTrue(group.hasSkipped("no GPU"));
    assertFalse(group.hasSkipped("no b"));
  }

  @Test
  void whatIsExcludedAndFailsIsNoFailure() {
    assertEquals(
        group(
            new Case(
                "get-gpu: excluded",
                Input.RIGHT,
                End.EXCLUDED,
                List.of("for a reason of two lines"))),
        group(ended("get-gpu: excluded", End.FAILED)).without(ON_ONE));
  }

  @Test
  void whatIsExcludedAndPassesIsAFailure() {
    assertEquals(
        End.FAILED,
        group(ended("get-gpu: excluded", End.PASSED)).without(ON_ONE).cases().getFirst().end());
  }

  @Test
  void aRowAfterANameHoldsForAdaptersOfThatName() {
    Group group = group(ended("get-gpu: excluded on two", End.FAILED));
    assertEquals(new Totals(0, 1, 0, 0), group.without(ON_ONE).totals());
    assertEquals(new Totals(0, 0, 0, 1), group.without(ON_TWO).totals());
    assertEquals(End.DRIVER_BUG, group.without(ON_TWO).cases().getFirst().end());
    assertTrue(ON_TWO.keySet().containsAll(ON_ONE.keySet()), ON_TWO::toString);
  }

  @Test
  void whatIsNotExcludedStaysAsItEnded() {
    Group group = group(ended("get-gpu: other", End.FAILED), ended("get-gpu: a", End.PASSED));
    assertEquals(group, group.without(ON_ONE));
  }

  @Test
  void namesMustSayAFunctionAndDiffer() {
    Group group =
        group(
            ended("get-gpu: a", End.PASSED),
            ended("get-cpu: a", End.PASSED),
            ended("get-gpu: a", End.PASSED));
    assertEquals(
        List.of(
            "\"get-cpu: a\" begins with no function of wasi:webgpu",
            "two cases are called \"get-gpu: a\""),
        group.named(Set.of("get-gpu")).problems());
  }

  @Test
  void anExclusionNeedsACase() {
    assertEquals(
        List.of(
            "there is no case \"get-gpu: excluded\"",
            "there is no case \"get-gpu: excluded on two\""),
        EXCLUSIONS
            .withoutCase(List.of(group(ended("get-gpu: other", End.PASSED))))
            .orElseThrow()
            .problems());
    assertTrue(
        EXCLUSIONS
            .withoutCase(
                List.of(
                    group(
                        ended("get-gpu: excluded", End.FAILED),
                        ended("get-gpu: excluded on two", End.PASSED))))
            .isEmpty());
  }

  @Test
  void anExclusionNeedsAReason() {
    assertThrows(
        IllegalArgumentException.class, () -> Exclusions.of("get-gpu: a\nget-gpu: b\n  why"));
    assertThrows(IllegalArgumentException.class, () -> Exclusions.of("  why"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Exclusions.of("get-gpu: a\n  why\nget-gpu: a\n  why"));
    assertEquals(2, Exclusions.of("[a]\nget-gpu: a\n  why\n[b]\nget-gpu: a\n  why").rows().size());
  }
}
