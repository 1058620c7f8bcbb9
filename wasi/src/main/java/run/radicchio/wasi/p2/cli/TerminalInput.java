package run.radicchio.wasi.p2.cli;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/terminal-input}: the input side of terminals. */
@WitInterface(
    value = "wasi:cli/terminal-input",
    versions = WasiVersion.P2,
    types = TerminalInput.Terminal.class)
public interface TerminalInput {

  /** The input side of a terminal, which is all that there is to know of it yet. */
  @WitResource
  @WitName("terminal-input")
  interface Terminal extends AutoCloseable {
    @Override
    void close();
  }
}
