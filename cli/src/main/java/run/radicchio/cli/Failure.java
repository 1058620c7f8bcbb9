package run.radicchio.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import run.radicchio.component.ComponentException;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.LinkException;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.Trap;
import run.radicchio.webgpu.dawn.library.DawnLibraryException;

/** Something that the user or the guest did wrong, in a message for the user. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A guest that overflowed its stack has many functions, and the first ones tell. */
  private static final int FRAMES = 8;

  private final int exitCode;

  private Failure(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The command was not used as it must be. */
  static Failure misuse(String message) {
    return misuse(message, null);
  }

  /** The same, with what brought it to light. */
  static Failure misuse(String message, @Nullable Throwable cause) {
    return new Failure(ExitCode.USAGE, message, cause);
  }

  /** Refuses what an option gives if it is less than one. */
  static void checkPositive(String option, int number) {
    if (number < 1) {
      throw misuse("%s: expected 1 or more, found %d".formatted(option, number));
    }
  }

  /** What was asked for was tried, and failed. */
  static Failure of(String message) {
    return new Failure(ExitCode.SOFTWARE, message, null);
  }

  /** A component cannot be run, or failed. */
  static Failure of(String file, ComponentException failure) {
    return new Failure(ExitCode.SOFTWARE, describe(file, failure), failure);
  }

  /** Dawn cannot be used. */
  static Failure of(DawnLibraryException failure) {
    return new Failure(ExitCode.SOFTWARE, failure.getMessage(), failure);
  }

  /** The code that the command ends with. */
  int exitCode() {
    return exitCode;
  }

  private static String describe(String file, ComponentException failure) {
    return switch (failure) {
      case MalformedComponentException malformed -> file + ": " + malformed.getMessage();
      case InvalidComponentException invalid -> file + ": " + invalid.getMessage();
      case LinkException unlinkable ->
          unlinkable.problems().stream()
              .map(problem -> file + ": " + problem)
              .collect(Collectors.joining("\n"));
      case Trap trap -> file + " trapped: " + reason(trap) + frames(trap.guestFrames());
    };
  }

  /** Dawn's own words where the trap comes from its library. */
  private static String reason(Trap trap) {
    for (Throwable cause = trap.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof DawnLibraryException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return String.valueOf(trap.getMessage());
  }

  private static String frames(List<String> functions) {
    if (functions.isEmpty()) {
      return "";
    }
    String first = functions.stream().limit(FRAMES).collect(Collectors.joining(", "));
    int rest = functions.size() - FRAMES;
    return "\n  at " + first + (rest > 0 ? ", and %d more".formatted(rest) : "");
  }
}
