package run.radicchio.conformance.webgpu;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import run.radicchio.conformance.webgpu.Case.End;
import run.radicchio.conformance.webgpu.Case.Input;

/**
 * Which functions of {@code wasi:webgpu} are covered by the cases that ran, and how those ended.
 *
 * @param functions all functions, by which those without a case are known
 */
public record Coverage(Functions functions, List<Group> groups) {
  /** Coverage that no longer changes. */
  public Coverage {
    groups = List.copyOf(groups);
  }

  /** How the cases ended. */
  public Totals totals() {
    return groups.stream().map(Group::totals).reduce(Totals.NONE, Totals::plus);
  }

  /** How many cases were skipped, by the reason that they gave. */
  public SortedMap<String, Long> skips() {
    return groups.stream()
        .flatMap(group -> group.cases().stream())
        .filter(ended -> ended.end() == End.SKIPPED)
        .collect(groupingBy(ended -> String.join(" ", ended.remarks()), TreeMap::new, counting()));
  }

  /**
   * As a page of Markdown.
   *
   * @param host what the cases ran on, in one line
   */
  public String markdown(String host) {
    Map<String, List<Case>> byFunction =
        groups.stream()
            .flatMap(group -> group.cases().stream())
            .collect(groupingBy(Case::function));
    List<Row> rows =
        functions.all().stream()
            .map(function -> new Row(function, byFunction.getOrDefault(function, List.of())))
            .toList();
    return """
          # Coverage of wasi:webgpu

          Written by `./radicchio conform --gpu software --coverage docs/coverage.md`; a test compares it with
          what the suite in [conformance/webgpu](../conformance/webgpu/README.md) says now.

          %d of %d functions are covered: by cases of right input and of wrong input, none of which fails but by
          a bug of the driver.

          Host: %s

          | group | passed | failed | skipped | excluded |
          | --- | --- | --- | --- | --- |
          %s
          Excluded cases fail, for the reasons in
          [exclusions.txt](../conformance/src/main/resources/run/radicchio/conformance/webgpu/exclusions.txt).

          | skipped, as | cases |
          | --- | --- |
          %s
          | function | right input | wrong input | |
          | --- | --- | --- | --- |
          %s\
          """
        .formatted(
            rows.stream().filter(Row::isCovered).count(),
            rows.size(),
            host,
            groups.stream().map(group -> row(group.name(), group.totals())).collect(joining())
                + row("all", totals()),
            skips().entrySet().stream()
                .map(skip -> "| %s | %d |\n".formatted(skip.getKey(), skip.getValue()))
                .collect(joining()),
            rows.stream().map(Row::markdown).collect(joining()));
  }

  private static String row(String name, Totals totals) {
    return "| %s | %d | %d | %d | %d |\n"
        .formatted(name, totals.passed(), totals.failed(), totals.skipped(), totals.excluded());
  }

  /** A function and its cases. */
  private record Row(String function, List<Case> cases) {
    private long count(Input input, End end) {
      return cases.stream().filter(ended -> ended.input() == input && ended.end() == end).count();
    }

    private boolean isCovered() {
      return count(Input.RIGHT, End.PASSED) > 0
          && count(Input.WRONG, End.PASSED) > 0
          && cases.stream()
              .noneMatch(ended -> ended.end() == End.FAILED || ended.end() == End.EXCLUDED);
    }

    /** How many cases passed, of how many where that is not all. */
    private String passed(Input input) {
      long passed = count(input, End.PASSED);
      long all = cases.stream().filter(ended -> ended.input() == input).count();
      return passed == all ? Long.toString(all) : passed + " of " + all;
    }

    String markdown() {
      return "| `%s` | %s | %s | %s |\n"
          .formatted(
              function,
              passed(Input.RIGHT),
              passed(Input.WRONG),
              isCovered() ? "covered" : "not covered");
    }
  }
}
