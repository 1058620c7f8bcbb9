package run.radicchio.wasi.p3.cli;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/run}: what a command exports. */
@WitInterface(value = "wasi:cli/run", versions = WasiVersion.P3)
public interface Run {
  /** Runs the command. */
  CompletionStage<Void> run() throws RunException;
}
