package run.radicchio.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;
import run.radicchio.wasi.StandardStream;

/**
 * The standard streams for a component, byte by byte: what the command itself says is text.
 *
 * @param terminals which of them are terminals
 */
record StandardStreams(
    InputStream in, OutputStream out, OutputStream err, Set<StandardStream> terminals) {

  /** Those of this process. */
  static StandardStreams ofProcess() {
    return new StandardStreams(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        isInteractive()
            ? EnumSet.allOf(StandardStream.class)
            : EnumSet.noneOf(StandardStream.class));
  }

  /** Whether all are terminals: Java knows of no single one. It may or may not have a console. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isInteractive() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
