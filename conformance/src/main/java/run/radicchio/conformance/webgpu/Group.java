package run.radicchio.conformance.webgpu;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import run.radicchio.conformance.webgpu.Case.End;
import run.radicchio.conformance.webgpu.Exclusions.Exclusion;

/**
 * A group as it ended.
 *
 * @param problems what is wrong with it, besides cases that failed
 */
public record Group(String name, List<Case> cases, List<String> problems) {
  /** Lists that no longer change. */
  public Group {
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }

  /**
   * The group, where cases that fail as they are excluded do not count as failed.
   *
   * @param exclusions what holds for the adapter, by the names of cases
   */
  Group without(Map<String, Exclusion> exclusions) {
    List<Case> judged =
        cases.stream()
            .map(
                ended ->
                    exclusions.containsKey(ended.name())
                        ? excluded(ended, exclusions.get(ended.name()))
                        : ended)
            .toList();
    return new Group(name, judged, problems);
  }

  private static Case excluded(Case ended, Exclusion exclusion) {
    return switch (ended.end()) {
      case FAILED -> ended.ending(exclusion.end(), List.of(exclusion.reason()));
      case PASSED ->
          ended.ending(End.FAILED, List.of("it passes, though exclusions.txt says that it cannot"));
      case SKIPPED, EXCLUDED, DRIVER_BUG -> ended;
    };
  }

  /** The group, where a case whose name says nothing, or what another's says, is a problem. */
  Group named(Collection<String> functions) {
    List<String> found = new ArrayList<>(problems);
    Set<String> names = new HashSet<>();
    for (Case ended : cases) {
      if (!functions.contains(ended.function())) {
        found.add("\"%s\" begins with no function of wasi:webgpu".formatted(ended.name()));
      }
      if (!names.add(ended.name())) {
        found.add("two cases are called \"%s\"".formatted(ended.name()));
      }
    }
    return new Group(name, cases, found);
  }

  /** Whether a case was skipped for a reason. */
  boolean hasSkipped(String reason) {
    return cases.stream()
        .anyMatch(ended -> ended.end() == End.SKIPPED && ended.remarks().contains(reason));
  }

  int count(End end) {
    return (int) cases.stream().filter(ended -> ended.end() == end).count();
  }

  /** How many of its cases ended how; what is wrong with the group as a whole failed too. */
  Totals totals() {
    return new Totals(
        count(End.PASSED),
        count(End.FAILED) + problems.size(),
        count(End.SKIPPED),
        count(End.EXCLUDED) + count(End.DRIVER_BUG));
  }
}
