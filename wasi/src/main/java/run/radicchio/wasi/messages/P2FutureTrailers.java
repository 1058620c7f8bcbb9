package run.radicchio.wasi.messages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.p2.http.Fields;
import run.radicchio.wasi.p2.http.FutureTrailers;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.poll.EventPollable;

/** How a body ends, for a guest of WASI 0.2. What is left of the body is read for nothing. */
final class P2FutureTrailers implements FutureTrailers {
  private final IncomingContent content;
  private final FutureEvent<Result<@Nullable FieldList, ErrorCode>> end;
  private boolean isGiven;

  P2FutureTrailers(IncomingContent content) {
    this.content = content;
    this.end = new FutureEvent<>(content.end());
    content.forget();
  }

  @Override
  public Poll.Pollable subscribe() {
    return new EventPollable(end);
  }

  @Override
  public @Nullable Result<Result<@Nullable Fields, ErrorCode>, Void> get() {
    Optional<Result<@Nullable FieldList, ErrorCode>> ended = end.value();
    if (ended.isEmpty()) {
      return null;
    } else if (isGiven) {
      return Result.err(null);
    }
    isGiven = true;
    return Result.ok(
        switch (ended.get()) {
          case Result.Ok(var trailers) ->
              Result.ok(trailers == null ? null : new P2Fields(trailers));
          case Result.Err(ErrorCode why) -> Result.err(why);
        });
  }

  @Override
  public void close() {
    content.abandon();
  }
}
