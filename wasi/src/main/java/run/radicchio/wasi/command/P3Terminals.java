package run.radicchio.wasi.command;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.StandardStream;
import run.radicchio.wasi.p3.cli.TerminalInput;
import run.radicchio.wasi.p3.cli.TerminalOutput;
import run.radicchio.wasi.p3.cli.TerminalStderr;
import run.radicchio.wasi.p3.cli.TerminalStdin;
import run.radicchio.wasi.p3.cli.TerminalStdout;

/** Which standard streams of WASI 0.3 are terminals. */
public record P3Terminals(Set<StandardStream> terminals)
    implements TerminalInput, TerminalOutput, TerminalStdin, TerminalStdout, TerminalStderr {

  @Override
  public TerminalInput.@Nullable Terminal getTerminalStdin() {
    return terminals.contains(StandardStream.IN) ? () -> {} : null;
  }

  @Override
  public TerminalOutput.@Nullable Terminal getTerminalStdout() {
    return output(StandardStream.OUT);
  }

  @Override
  public TerminalOutput.@Nullable Terminal getTerminalStderr() {
    return output(StandardStream.ERR);
  }

  private TerminalOutput.@Nullable Terminal output(StandardStream stream) {
    return terminals.contains(stream) ? () -> {} : null;
  }
}
