package run.radicchio.wasi.p2.cli;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.io.Streams;

/** {@code wasi:cli/stderr}: standard error. */
@WitInterface(value = "wasi:cli/stderr", versions = WasiVersion.P2, uses = Streams.class)
public interface Stderr {
  /** The error output: at each call another stream of the same bytes. */
  Streams.OutputStream getStderr();
}
