package run.radicchio.wasi.p3.cli;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/terminal-stderr}: whether standard error is a terminal. */
@WitInterface(
    value = "wasi:cli/terminal-stderr",
    versions = WasiVersion.P3,
    uses = TerminalOutput.class)
public interface TerminalStderr {
  /** The terminal; null where it is none. */
  TerminalOutput.@Nullable Terminal getTerminalStderr();
}
