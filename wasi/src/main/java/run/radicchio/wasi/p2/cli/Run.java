package run.radicchio.wasi.p2.cli;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/run}: what a command exports. */
@WitInterface(value = "wasi:cli/run", versions = WasiVersion.P2)
public interface Run {
  /** Runs the command. */
  void run() throws RunException;
}
