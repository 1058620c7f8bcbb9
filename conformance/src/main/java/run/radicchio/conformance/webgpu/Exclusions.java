package run.radicchio.conformance.webgpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import run.radicchio.conformance.webgpu.Exclusions.Exclusion;

/**
 * The table of the cases that cannot pass, and why.
 *
 * <p>A row is the name of a case, and after it, in lines that begin with spaces, the reason. Rows
 * after a line {@code [NAME]} hold for adapters whose description has that name in it, those before
 * for all. Lines that begin with {@code #} are comments.
 */
record Exclusions(List<Exclusion> rows) {
  private static final String EVERY_ADAPTER = "";

  /**
   * A row.
   *
   * @param adapter a part of the description of the adapters that it holds for
   * @param name the case
   * @param reason why it cannot pass there
   */
  record Exclusion(String adapter, String name, String reason) {
    /** How the case ends. */
    Case.End end() {
      return adapter.equals(EVERY_ADAPTER) ? Case.End.EXCLUDED : Case.End.DRIVER_BUG;
    }

    private Exclusion because(String line) {
      return new Exclusion(adapter, name, (reason + " " + line.strip()).strip());
    }
  }

  /** Rows that no longer change, each with a reason, and none twice. */
  Exclusions {
    rows = List.copyOf(rows);
    Set<String> seen = new HashSet<>();
    for (Exclusion row : rows) {
      if (row.reason().isEmpty()) {
        throw new IllegalArgumentException("`" + row.name() + "` is excluded without a reason");
      }
      if (!seen.add(row.adapter() + "|" + row.name())) {
        throw new IllegalArgumentException("`" + row.name() + "` is excluded twice");
      }
    }
  }

  /** Those of a table. */
  static Exclusions of(String table) {
    List<Exclusion> rows = new ArrayList<>();
    String adapter = EVERY_ADAPTER;
    for (String line : table.lines().toList()) {
      if (line.startsWith("[")) {
        adapter = line.substring(1, line.indexOf(']'));
      } else if (line.startsWith(" ") && rows.isEmpty()) {
        throw new IllegalArgumentException("a case is expected, not a reason: `" + line + "`");
      } else if (line.startsWith(" ")) {
        rows.add(rows.removeLast().because(line));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(new Exclusion(adapter, line, ""));
      }
    }
    return new Exclusions(rows);
  }

  /**
   * Those that hold for an adapter, by the names of their cases.
   *
   * @param adapter its description
   */
  Map<String, Exclusion> on(String adapter) {
    Map<String, Exclusion> found = new HashMap<>();
    rows.stream()
        .filter(row -> adapter.contains(row.adapter()))
        .forEach(row -> found.put(row.name(), row));
    return found;
  }

  /** What is wrong with the table after all groups ran: rows of cases that are not there. */
  Optional<Group> withoutCase(List<Group> groups) {
    Set<String> names =
        groups.stream()
            .flatMap(group -> group.cases().stream())
            .map(Case::name)
            .collect(Collectors.toUnmodifiableSet());
    List<String> problems =
        rows.stream()
            .map(Exclusion::name)
            .filter(name -> !names.contains(name))
            .map(name -> "there is no case \"" + name + "\"")
            .toList();
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group("exclusions.txt", List.of(), problems));
  }
}
