package run.radicchio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import run.radicchio.conformance.Conformance;
import run.radicchio.conformance.Totals;

/** Runs the Component Model's official tests. */
@Command(
    name = "wast",
    description = {
      "Runs tests of the Component Model and says which fail or are skipped, and why.",
      "With --verbose also how each file ends, and which refusals are in other words."
    })
final class WastCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Radicchio radicchio;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "What `wasm-tools json-from-wast` wrote; .wast files, which need that tool on the PATH;"
              + " or folders of them.")
  private List<Path> paths;

  @Override
  public Integer call() throws InterruptedException {
    for (Path path : paths) {
      if (Files.notExists(path)) {
        throw Failure.misuse(path + " does not exist");
      }
    }
    try {
      Totals totals = new Conformance(spec.commandLine().getOut(), radicchio.verbose()).run(paths);
      return totals.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException unreadable) {
      throw Failure.misuse(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }
}
