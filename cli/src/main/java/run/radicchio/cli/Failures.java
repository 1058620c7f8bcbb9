package run.radicchio.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what went wrong, in a line or two, and says with which code the command ends. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final BooleanSupplier verbose;

  /** Prints stack traces as well where that is wanted. */
  Failures(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException misuse, String[] arguments) {
    CommandLine command = misuse.getCommandLine();
    print(command, misuse.getMessage(), misuse);
    if (!UnmatchedArgumentException.printSuggestions(misuse, command.getErr())) {
      String name = command.getCommandSpec().qualifiedName();
      command.getErr().println("Try `%s --help`.".formatted(name));
    }
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    if (failure instanceof Failure expected) {
      print(command, expected.getMessage(), expected.getCause());
      return expected.exitCode();
    }
    print(command, "this is a bug of Radicchio's, not yours: " + failure, failure);
    if (!verbose.getAsBoolean()) {
      command.getErr().println("Please report it with what --verbose shows.");
    }
    return ExitCode.SOFTWARE;
  }

  private void print(CommandLine command, String message, @Nullable Throwable cause) {
    PrintWriter err = command.getErr();
    ColorScheme colors = command.getColorScheme();
    message.lines().forEach(line -> err.println(colors.errorText(withName(line))));
    if (verbose.getAsBoolean() && cause != null) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      err.print(colors.stackTraceText(trace.toString()));
      err.flush();
    }
  }

  /** A line that begins with a space continues the one before. */
  private static String withName(String line) {
    return line.startsWith(" ") ? line : "radicchio: " + line;
  }
}
