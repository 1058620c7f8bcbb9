package run.radicchio.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of the commands that cannot pass, and why.
 *
 * <p>A row is {@code PATH LINE REASON}: the end of the path of the source, the command's line, and
 * the rest of the row. The line is 0 for a file that {@code wasm-tools} does not convert; versions
 * of it that do may be used too. Rows that begin with {@code #} are comments.
 */
record Exclusions(List<Row> rows) {
  /** In place of the line of a command. */
  static final int WHOLE_FILE = 0;

  Exclusions {
    rows = List.copyOf(rows);
  }

  /** A command that cannot pass. */
  record Row(String path, int line, String reason) {
    boolean isIn(String source) {
      return ("/" + source).endsWith("/" + path);
    }

    static Row of(String text) {
      String[] columns = text.split("\\s+", 3);
      if (columns.length < 3) {
        throw new IllegalArgumentException("expected `PATH LINE REASON`, not `" + text + "`");
      }
      return new Row(columns[0], Integer.parseInt(columns[1]), columns[2]);
    }
  }

  /** Those of the official tests. */
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

  /** Why a command cannot pass, if it is so. */
  Optional<String> reason(String source, int line) {
    return rows.stream()
        .filter(row -> row.line() == line && row.isIn(source))
        .map(Row::reason)
        .findFirst();
  }

  /** The lines of the commands of a source that cannot pass. */
  List<Integer> lines(String source) {
    return rows.stream()
        .filter(row -> row.line() != WHOLE_FILE && row.isIn(source))
        .map(Row::line)
        .toList();
  }
}
