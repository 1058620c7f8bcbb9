package run.radicchio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/**
 * The command as it ended.
 *
 * @param out what it wrote to standard output, with line breaks as Java has them
 * @param err what it wrote to standard error, likewise
 */
record Execution(int exitCode, String out, String err) {
  private static final Path GUESTS = Path.of("../guests");

  /** Runs the command. */
  static Execution of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Radicchio.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Execution(exitCode, text(out), text(err));
  }

  private static String text(StringWriter written) {
    return written.toString().replace("\r\n", "\n");
  }

  /** The file of a guest, such as {@code tests/trap}. */
  static String guest(String name) {
    return GUESTS.resolve(name + ".wasm").toString();
  }

  /** Checks that it worked, and printed exactly this. */
  void printed(String expected) {
    assertEquals(new Execution(0, expected, ""), this);
  }

  /** Checks that it failed, and said exactly this. */
  void failed(int code, String message) {
    assertEquals(new Execution(code, "", message), this);
  }
}
