package run.radicchio.conformance.wasi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of the tests that cannot pass, and why.
 *
 * <p>A row is {@code NAME REASON}: the test's suite and name, such as {@code
 * rust/wasm32-wasip3/cli-env}, and the rest of the row. Rows that begin with {@code #} are
 * comments.
 */
record Exclusions(List<Row> rows) {
  Exclusions {
    rows = List.copyOf(rows);
  }

  /** A test that cannot pass. */
  record Row(String name, String reason) {
    static Row of(String text) {
      String[] columns = text.split("\\s+", 2);
      if (columns.length < 2) {
        throw new IllegalArgumentException("expected `NAME REASON`, not `" + text + "`");
      }
      return new Row(columns[0], columns[1]);
    }
  }

  /** Those of the suite. */
  static Exclusions official() {
    try (@Nullable InputStream table = Exclusions.class.getResourceAsStream("exclusions.txt")) {
      if (table == null) {
        throw new IllegalStateException("exclusions.txt is not beside " + Exclusions.class);
      }
      return of(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Those of a table. */
  static Exclusions of(String table) {
    return new Exclusions(
        table.lines().filter(row -> !row.isBlank() && !row.startsWith("#")).map(Row::of).toList());
  }

  /** Why a test cannot pass, if it is so. */
  Optional<String> reason(String name) {
    return rows.stream().filter(row -> row.name().equals(name)).map(Row::reason).findFirst();
  }

  /** What is excluded and not among the tests, of the suites that these are of. */
  List<String> missing(List<String> names) {
    Set<String> suites = names.stream().map(Exclusions::suite).collect(Collectors.toSet());
    return rows.stream()
        .map(Row::name)
        .filter(name -> suites.contains(suite(name)) && !names.contains(name))
        .toList();
  }

  private static String suite(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
