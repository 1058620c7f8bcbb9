package run.radicchio.wasi.p2.cli;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.io.Streams;

/** {@code wasi:cli/stdin}: standard input. */
@WitInterface(value = "wasi:cli/stdin", versions = WasiVersion.P2, uses = Streams.class)
public interface Stdin {
  /** The input: at each call another stream of the same bytes. */
  Streams.InputStream getStdin();
}
