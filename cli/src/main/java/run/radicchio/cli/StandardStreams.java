package run.radicchio.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
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
        Arrays.stream(StandardStream.values())
            .filter(StandardStreams::isTerminal)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(StandardStream.class))));
  }

  /** These, with what is written to standard output going to standard error. */
  StandardStreams withoutOut() {
    return new StandardStreams(in, err, err, terminals);
  }

  /** Whether one is, as Linux says where it leads; else, whether all are. */
  private static boolean isTerminal(StandardStream stream) {
    int descriptor =
        switch (stream) {
          case IN -> 0;
          case OUT -> 1;
          case ERR -> 2;
        };
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return isInteractive();
    }
  }

  /** Whether all are: Java knows of no single one. It may or may not have a console. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isInteractive() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
