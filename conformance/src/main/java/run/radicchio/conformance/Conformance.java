package run.radicchio.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** Runs the Component Model's official tests and says what fails. */
public final class Conformance {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Totals PASSED = new Totals(1, 0, 0, 0);
  private static final Totals OTHER_WORDS = new Totals(1, 0, 0, 1);
  private static final Totals FAILED = new Totals(0, 1, 0, 0);
  private static final Totals SKIPPED = new Totals(0, 0, 1, 0);

  private final Exclusions exclusions;
  private final PrintWriter out;
  private final boolean verbose;

  /**
   * What runs tests and knows which of the official ones cannot pass.
   *
   * @param out where to say of each command that fails or is skipped why
   * @param verbose whether to say also how each file ends, and which refusals are in other words
   */
  public Conformance(PrintWriter out, boolean verbose) {
    this(Exclusions.official(), out, verbose);
  }

  Conformance(Exclusions exclusions, PrintWriter out, boolean verbose) {
    this.exclusions = exclusions;
    this.out = out;
    this.verbose = verbose;
  }

  /**
   * Runs scripts, and ends with a line {@code N passed, N failed, N skipped}.
   *
   * @param paths files that {@code wasm-tools json-from-wast} wrote, or {@code .wast} files, which
   *     need that tool on the PATH; of a folder, all in it
   * @throws IOException if a path leads to no such file, or a file cannot be read
   */
  public Totals run(List<Path> paths) throws IOException, InterruptedException {
    Totals totals = Totals.NONE;
    for (Path path : paths) {
      for (Path file : files(path)) {
        totals = totals.plus(file.toString().endsWith(".wast") ? wast(file) : json(file));
      }
    }
    if (verbose) {
      out.println(totals.otherWords() + " of those that passed were refused in other words");
    }
    out.println(totals);
    out.flush();
    return totals;
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files =
          all.filter(file -> file.toString().endsWith(".wast") || file.toString().endsWith(".json"))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IOException("there is neither a .wast nor a .json file in " + path);
      }
      return files;
    }
  }

  private Totals json(Path file) throws IOException, InterruptedException {
    return run(Script.read(file));
  }

  private Totals wast(Path file) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("radicchio-conformance");
    try {
      return run(Wast.convert(file, folder));
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path written : files.toList()) {
          Files.delete(written);
        }
      }
      Files.delete(folder);
    }
  }

  Totals run(Script script) throws InterruptedException {
    Totals totals = Totals.NONE;
    try (Execution execution = new Execution()) {
      for (Command command : script.commands()) {
        totals = totals.plus(count(script, command, limited(execution, command)));
      }
    }
    totals = totals.plus(withoutCommand(script));
    if (verbose) {
      out.println(script.source() + ": " + totals);
    }
    return totals;
  }

  /** Counts what is excluded but is not there. */
  private Totals withoutCommand(Script script) {
    Set<Integer> lines =
        script.commands().stream().map(Command::line).collect(Collectors.toUnmodifiableSet());
    Totals totals = Totals.NONE;
    for (int line : exclusions.lines(script.source())) {
      if (!lines.contains(line)) {
        out.println(
            "FAILED %s:%d: exclusions.txt names it, but no command is there"
                .formatted(script.source(), line));
        totals = totals.plus(FAILED);
      }
    }
    return totals;
  }

  /** Runs a command on a thread of its own, which is interrupted if it takes too long. */
  private static Outcome limited(Execution execution, Command command) throws InterruptedException {
    FutureTask<Outcome> task = new FutureTask<>(() -> execution.run(command));
    Thread thread = Thread.ofPlatform().name("radicchio-conformance").daemon().start(task);
    try {
      return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      return new Outcome.Failed(described(failure.getCause()));
    } catch (TimeoutException _) {
      thread.interrupt();
      thread.join();
      return new Outcome.Failed("it does not end within " + LIMIT.toSeconds() + " s");
    }
  }

  private static String described(@Nullable Throwable failure) {
    return failure instanceof Trap trap && !trap.guestFrames().isEmpty()
        ? failure + " in " + String.join(" < ", trap.guestFrames())
        : String.valueOf(failure);
  }

  private Totals count(Script script, Command command, Outcome outcome) {
    String place = script.source() + ":" + command.line();
    Optional<String> excluded = exclusions.reason(script.source(), command.line());
    if (excluded.isPresent() && outcome instanceof Outcome.Failed) {
      out.println("skipped " + place + ": " + excluded.get());
      return SKIPPED;
    }
    if (excluded.isPresent()) {
      out.println("FAILED " + place + ": it passes, though exclusions.txt says that it cannot");
      return FAILED;
    }
    return switch (outcome) {
      case Outcome.Passed _ -> PASSED;
      case Outcome.OtherWords words -> {
        if (verbose) {
          out.println(
              "other words %s: \"%s\" for \"%s\""
                  .formatted(place, words.actual(), words.expected()));
        }
        yield OTHER_WORDS;
      }
      case Outcome.Failed failed -> {
        out.println("FAILED " + place + ": " + failed.reason());
        yield FAILED;
      }
    };
  }
}
