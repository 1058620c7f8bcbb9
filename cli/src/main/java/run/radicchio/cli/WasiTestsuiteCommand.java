package run.radicchio.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import run.radicchio.conformance.wasi.Host;
import run.radicchio.conformance.wasi.WasiTestsuite;

/** Runs the tests of WebAssembly/wasi-testsuite. */
@Command(
    name = "wasi-testsuite",
    description = {
      "Runs the official tests of WASI, each as the command runs a component, and says how each ends.",
      "conformance/wasi/build builds them from where they are checked out."
    })
final class WasiTestsuiteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "Where the tests were built.")
  private Path folder;

  @Parameters(
      index = "1..*",
      paramLabel = "NAME",
      description = "Parts of the names of those to run, or all.")
  private List<String> names = List.of();

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isDirectory(folder)) {
      throw Failure.misuse(folder + " is no folder");
    }
    try {
      WasiTestsuite suite =
          new WasiTestsuite(WasiTestsuiteCommand::run, spec.commandLine().getOut());
      return suite.run(folder, names).failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (IOException unreadable) {
      throw Failure.misuse(String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  /** As a user would run it. */
  private static int run(Host.Program program, InputStream in, OutputStream out, OutputStream err) {
    return Radicchio.commandLine(new StandardStreams(in, out, err, Set.of()))
        .setOut(new PrintWriter(out, true, UTF_8))
        .setErr(new PrintWriter(err, true, UTF_8))
        .execute(commandLine(program).toArray(String[]::new));
  }

  private static List<String> commandLine(Host.Program program) {
    List<String> line = new ArrayList<>();
    line.addAll(program.isService() ? List.of("serve", "--addr", "127.0.0.1:0") : List.of("run"));
    if (program.network()) {
      line.addAll(List.of("--allow-net", "*", "--allow-listen", "*"));
    }
    program
        .environment()
        .forEach((name, value) -> line.addAll(List.of("--env", name + "=" + value)));
    if (program.root() != null) {
      line.addAll(List.of("--dir", program.root() + "::/"));
    }
    line.add(program.component().toString());
    line.addAll(program.arguments());
    return line;
  }
}
