package run.radicchio.wasi.p3.cli;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/terminal-stdin}: whether standard input is a terminal. */
@WitInterface(
    value = "wasi:cli/terminal-stdin",
    versions = WasiVersion.P3,
    uses = TerminalInput.class)
public interface TerminalStdin {
  /** The terminal; null where it is none. */
  TerminalInput.@Nullable Terminal getTerminalStdin();
}
