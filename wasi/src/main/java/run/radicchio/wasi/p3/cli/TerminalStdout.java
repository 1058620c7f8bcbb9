package run.radicchio.wasi.p3.cli;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/terminal-stdout}: whether standard output is a terminal. */
@WitInterface(
    value = "wasi:cli/terminal-stdout",
    versions = WasiVersion.P3,
    uses = TerminalOutput.class)
public interface TerminalStdout {
  /** The terminal; null where it is none. */
  TerminalOutput.@Nullable Terminal getTerminalStdout();
}
