package run.radicchio.wasi.p3.cli;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.Result;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/stdin}: standard input. */
@WitInterface(value = "wasi:cli/stdin", versions = WasiVersion.P3, uses = Types.class)
public interface Stdin {

  /**
   * Input that comes.
   *
   * @param data the bytes
   * @param end how it ended: well, too, where the guest has enough
   */
  @Tuple
  record Input(
      Flow.Publisher<@Chunk ByteBuffer> data, CompletionStage<Result<Void, Types.ErrorCode>> end) {}

  /** The input: at each call another stream of the same bytes. */
  Input readViaStream();
}
