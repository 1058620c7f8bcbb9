package run.radicchio.conformance.webgpu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of the cases that cannot pass, and why.
 *
 * <p>A row is the name of a case, and after it, in lines that begin with spaces, the reason. Lines
 * that begin with {@code #} are comments.
 *
 * @param reasons why a case cannot pass, by its name
 */
record Exclusions(SequencedMap<String, String> reasons) {

  /** Those of a table. */
  static Exclusions of(String table) {
    SequencedMap<String, String> reasons = new LinkedHashMap<>();
    table
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> add(line, reasons));
    reasons.forEach(
        (name, reason) -> {
          if (reason.isEmpty()) {
            throw new IllegalArgumentException("`" + name + "` is excluded without a reason");
          }
        });
    return new Exclusions(reasons);
  }

  private static void add(String line, SequencedMap<String, String> reasons) {
    if (!line.startsWith(" ")) {
      if (reasons.put(line, "") != null) {
        throw new IllegalArgumentException("`" + line + "` is excluded twice");
      }
    } else if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a case is expected, not a reason: `" + line + "`");
    } else {
      String name = reasons.lastEntry().getKey();
      reasons.merge(name, line.strip(), (so, far) -> (so + " " + far).strip());
    }
  }

  /** What is wrong with the table after all groups ran: rows of cases that are not there. */
  Optional<Group> withoutCase(List<Group> groups) {
    Set<String> names =
        groups.stream()
            .flatMap(group -> group.cases().stream())
            .map(Case::name)
            .collect(Collectors.toUnmodifiableSet());
    List<String> problems =
        reasons.keySet().stream()
            .filter(name -> !names.contains(name))
            .map(name -> "there is no case \"" + name + "\"")
            .toList();
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group("exclusions.txt", List.of(), problems));
  }
}
