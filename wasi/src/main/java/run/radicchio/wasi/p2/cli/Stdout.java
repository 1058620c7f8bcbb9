package run.radicchio.wasi.p2.cli;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.io.Streams;

/** {@code wasi:cli/stdout}: standard output. */
@WitInterface(value = "wasi:cli/stdout", versions = WasiVersion.P2, uses = Streams.class)
public interface Stdout {
  /** The output: at each call another stream of the same bytes. */
  Streams.OutputStream getStdout();
}
