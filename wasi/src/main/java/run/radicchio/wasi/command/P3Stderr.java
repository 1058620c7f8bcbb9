package run.radicchio.wasi.command;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.Result;
import run.radicchio.wasi.p3.cli.Stderr;
import run.radicchio.wasi.p3.cli.Types;
import run.radicchio.wasi.streams.ByteWriter;

/** Standard error of WASI 0.3. */
public record P3Stderr(ByteWriter writer) implements Stderr {
  @Override
  public CompletionStage<Result<Void, Types.ErrorCode>> writeViaStream(
      Flow.Publisher<ByteBuffer> data) {
    return P3Ends.written(data, writer);
  }
}
