package run.radicchio.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of the commands that cannot pass, and why.
 *
 * <p>A row is {@code PATH LINE REASON}: the end of the path of the source, the command's line or
 * {@code *}, and the rest of the row. Rows that begin with {@code #} are comments.
 */
final class Exclusions {
  private final List<Row> rows;

  private record Row(String path, String line, String reason) {
    boolean covers(String source, int commandLine) {
      return ("/" + source).endsWith("/" + path)
          && (line.equals("*") || line.equals(Integer.toString(commandLine)));
    }

    static Row of(String text) {
      String[] columns = text.split("\\s+", 3);
      if (columns.length < 3) {
        throw new IllegalArgumentException("expected `PATH LINE REASON`, not `" + text + "`");
      }
      return new Row(columns[0], columns[1], columns[2]);
    }
  }

  private Exclusions(List<Row> rows) {
    this.rows = rows;
  }

  /** Those of the official tests. */
  static Exclusions official() throws IOException {
    try (@Nullable InputStream table = Exclusions.class.getResourceAsStream("exclusions.txt")) {
      if (table == null) {
        throw new IOException("exclusions.txt is not beside " + Exclusions.class);
      }
      return of(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Those of a table. */
  static Exclusions of(String table) {
    return new Exclusions(
        table.lines().filter(row -> !row.isBlank() && !row.startsWith("#")).map(Row::of).toList());
  }

  /** Why a command cannot pass, if it is so. */
  Optional<String> reason(String source, int line) {
    return rows.stream().filter(row -> row.covers(source, line)).map(Row::reason).findFirst();
  }
}
