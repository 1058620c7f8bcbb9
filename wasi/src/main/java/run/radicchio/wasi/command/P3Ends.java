package run.radicchio.wasi.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.p3.cli.Types;
import run.radicchio.wasi.streams.ByteWriter;
import run.radicchio.wasi.streams.ChunkWriter;
import run.radicchio.wasi.streams.StreamFailure;

/** How standard streams of WASI 0.3 end. */
final class P3Ends {
  private P3Ends() {}

  /** Writes what a guest gives. */
  static CompletionStage<Result<Void, Types.ErrorCode>> written(
      Flow.Publisher<ByteBuffer> data, ByteWriter writer) {
    ChunkWriter chunks = new ChunkWriter(writer);
    data.subscribe(chunks);
    return chunks.end().thenApply(P3Ends::result);
  }

  /** An end as guests are told of it. */
  static Result<Void, Types.ErrorCode> result(@Nullable IOException failure) {
    if (failure == null) {
      return Result.ok(null);
    }
    return Result.err(
        StreamFailure.isBrokenPipe(failure) ? Types.ErrorCode.PIPE : Types.ErrorCode.IO);
  }
}
