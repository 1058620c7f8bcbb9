package run.radicchio.wasi.p3.cli;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.Result;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/stdout}: standard output. */
@WitInterface(value = "wasi:cli/stdout", versions = WasiVersion.P3, uses = Types.class)
public interface Stdout {
  /**
   * Writes what the guest gives.
   *
   * @return how it ended: when all is written, or at the first failure
   */
  @Future CompletionStage<Result<Void, Types.ErrorCode>> writeViaStream(
      Flow.Publisher<@Chunk ByteBuffer> data);
}
