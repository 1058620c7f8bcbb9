package run.radicchio.wasi.messages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.Body;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.HttpFailure;
import run.radicchio.wasi.p3.http.Fields;
import run.radicchio.wasi.p3.http.Types;
import run.radicchio.wasi.streams.ChunkWriter;
import run.radicchio.wasi.streams.Drawn;
import run.radicchio.wasi.streams.InputSource;
import run.radicchio.wasi.streams.Refusing;

/**
 * The body of a message of WASI 0.3, whether it came or a guest makes it.
 *
 * @param data its bytes, in chunks that are there during a signal; null for none
 * @param trailers what comes after it, or why it is not whole
 * @param sent how it went to send it, or to handle it
 */
record P3Content(
    Flow.@Nullable Publisher<ByteBuffer> data,
    CompletionStage<Result<@Nullable Fields, ErrorCode>> trailers,
    CompletableFuture<Result<Void, ErrorCode>> sent) {

  /** A body that a guest makes. */
  static P3Content made(
      Flow.@Nullable Publisher<ByteBuffer> data,
      CompletionStage<Result<@Nullable Fields, ErrorCode>> trailers) {
    return new P3Content(data, trailers.exceptionally(P3Content::lost), new CompletableFuture<>());
  }

  /** What a guest would have said that has ended. */
  private static <T> Result<T, ErrorCode> lost(Throwable end) {
    return Result.err(new ErrorCode.Internal(end.getMessage()));
  }

  /** A body that came. */
  static P3Content received(Body body) {
    IncomingContent content = new IncomingContent(body);
    Drawn<ByteBuffer> data = Drawn.whenItComes(new InputSource(content));
    var _ = data.end().thenRun(content::forget);
    P3Content received =
        new P3Content(data, content.end().thenApply(P3Content::fields), new CompletableFuture<>());
    var _ =
        received.sent.thenAccept(
            outcome -> {
              if (outcome instanceof Result.Err) {
                content.abandon();
              }
            });
    return received;
  }

  private static Result<@Nullable Fields, ErrorCode> fields(
      Result<@Nullable FieldList, ErrorCode> end) {
    return switch (end) {
      case Result.Ok(var list) -> Result.ok(list == null ? null : new P3Fields(list));
      case Result.Err(ErrorCode why) -> Result.err(why);
    };
  }

  /** It for a guest that consumes it, and says how that went. */
  Types.Contents consumed(CompletionStage<Result<Void, ErrorCode>> handled) {
    handled.exceptionally(P3Content::lost).thenAccept(sent::complete);
    return new Types.Contents(
        data == null ? Drawn.atOnce(new Nothing()) : new Copied(data), trailers);
  }

  /** It on its way out. */
  OutgoingContent outgoing(OutgoingContent.Direction direction, FieldList headers) {
    OutgoingContent content =
        data == null ? OutgoingContent.none(direction) : OutgoingContent.of(direction, headers);
    var _ = content.sent().thenAccept(sent::complete);
    if (data == null) {
      trailers.thenAccept(end -> finish(content, end));
    } else {
      ChunkWriter chunks = new ChunkWriter(content.writer());
      data.subscribe(chunks);
      var _ = chunks.end().thenAccept(failure -> written(content, failure));
    }
    return content;
  }

  private void written(OutgoingContent content, @Nullable IOException failure) {
    if (failure == null) {
      trailers.thenAccept(end -> finish(content, end));
    } else {
      content.abort(HttpFailure.reason(failure));
    }
  }

  private static void finish(OutgoingContent content, Result<@Nullable Fields, ErrorCode> end) {
    switch (end) {
      case Result.Ok(var fields) -> {
        try {
          content.finish(fields == null ? null : ((P3Fields) fields).list().all());
        } catch (HttpException wrongSize) {
          content.abort(wrongSize.error());
        }
      }
      case Result.Err(ErrorCode why) -> content.abort(why);
    }
  }

  /** Nobody sends it, or wants to have it. */
  void drop() {
    if (sent.complete(Result.err(new ErrorCode.Internal("the message was dropped")))
        && data != null) {
      data.subscribe(new Refusing<>());
    }
  }
}
