package run.radicchio.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command itself, which has only subcommands. */
@Command(
    name = "radicchio",
    description = "Runs WebAssembly components that use wasi:webgpu.",
    subcommands = {
      RunCommand.class,
      ServeCommand.class,
      StreamCommand.class,
      GpusCommand.class,
      WitCommand.class,
      InspectCommand.class,
      WastCommand.class,
      WasiTestsuiteCommand.class,
      ConformCommand.class
    },
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it worked",
      "1:a component cannot be run, or failed",
      "2:the command was not used as it must be"
    })
public final class Radicchio implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      description = "Say more, such as the stack traces of failures.",
      scope = ScopeType.INHERIT)
  private boolean verbose;

  private final StandardStreams standardStreams;

  private Radicchio(StandardStreams standardStreams) {
    this.standardStreams = standardStreams;
  }

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command, to be executed. */
  static CommandLine commandLine() {
    return commandLine(StandardStreams.ofProcess());
  }

  /** The same, with other standard streams for components. */
  static CommandLine commandLine(StandardStreams standardStreams) {
    Radicchio radicchio = new Radicchio(standardStreams);
    Failures failures = new Failures(radicchio::verbose);
    CommandLine command =
        new CommandLine(radicchio)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(failures)
            .setExecutionExceptionHandler(failures);
    // What comes after the component is the component's.
    command.getSubcommands().get("run").setStopAtPositional(true);
    command.getSubcommands().get("stream").setStopAtPositional(true);
    return command;
  }

  /** Whether more is to be said than usual. */
  boolean verbose() {
    return verbose;
  }

  /** What a component reads and writes. */
  StandardStreams standardStreams() {
    return standardStreams;
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a subcommand");
  }
}
