package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;

/**
 * The command as it ended.
 *
 * @param out what it wrote to standard output, with line breaks as Java has them
 * @param err what it wrote to standard error, likewise
 */
public record Execution(int exitCode, String out, String err) {
  private static final Path GUESTS = Path.of("../guests");

  /** Runs the command. */
  public static Execution of(String... arguments) {
    return withInput("", arguments);
  }

  /** Runs the command; a component may read the input, and writes to where the command does. */
  public static Execution withInput(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Execution execution = between(new ByteArrayInputStream(input.getBytes(UTF_8)), out, arguments);
    return new Execution(execution.exitCode, text(out), execution.err);
  }

  /** Runs the command between streams; what it wrote to the second is not in the execution. */
  public static Execution between(InputStream input, OutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StandardStreams streams = new StandardStreams(input, out, err, Set.of());
    PrintWriter outWriter = new PrintWriter(out, true, UTF_8);
    PrintWriter errWriter = new PrintWriter(err, true, UTF_8);
    int exitCode =
        Radicchio.commandLine(streams).setOut(outWriter).setErr(errWriter).execute(arguments);
    outWriter.flush();
    errWriter.flush();
    return new Execution(exitCode, "", text(err));
  }

  private static String text(ByteArrayOutputStream written) {
    return written.toString(UTF_8).replace("\r\n", "\n");
  }

  /** The file of a guest, such as {@code tests/trap}. */
  public static String guest(String name) {
    return GUESTS.resolve(name + ".wasm").toString();
  }

  /** Checks that it worked, and printed exactly this. */
  public void printed(String expected) {
    assertEquals(new Execution(0, expected, ""), this);
  }

  /** Checks that it failed, and said exactly this. */
  public void failed(int code, String message) {
    assertEquals(new Execution(code, "", message), this);
  }
}
