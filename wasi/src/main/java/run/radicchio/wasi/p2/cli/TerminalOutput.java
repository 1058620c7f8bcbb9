package run.radicchio.wasi.p2.cli;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/terminal-output}: the output side of terminals. */
@WitInterface(
    value = "wasi:cli/terminal-output",
    versions = WasiVersion.P2,
    types = TerminalOutput.Terminal.class)
public interface TerminalOutput {

  /** The output side of a terminal, which is all that there is to know of it yet. */
  @WitResource
  @WitName("terminal-output")
  interface Terminal extends AutoCloseable {
    @Override
    void close();
  }
}
