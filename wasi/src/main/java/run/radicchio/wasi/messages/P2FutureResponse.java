package run.radicchio.wasi.messages;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.p2.http.FutureIncomingResponse;
import run.radicchio.wasi.p2.http.IncomingResponse;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.poll.EventPollable;

/** An answer that will come, for a guest of WASI 0.2. */
final class P2FutureResponse implements FutureIncomingResponse {
  private final CompletableFuture<Client.Answer> answer;
  private final FutureEvent<Result<Client.Answer, ErrorCode>> outcome;
  private boolean isGiven;

  P2FutureResponse(CompletableFuture<Client.Answer> answer) {
    this.answer = answer;
    this.outcome = new FutureEvent<>(Outcomes.of(answer));
  }

  @Override
  public Poll.Pollable subscribe() {
    return new EventPollable(outcome);
  }

  @Override
  public @Nullable Result<Result<IncomingResponse, ErrorCode>, Void> get() {
    Optional<Result<Client.Answer, ErrorCode>> come = outcome.value();
    if (come.isEmpty()) {
      return null;
    } else if (isGiven) {
      return Result.err(null);
    }
    isGiven = true;
    return Result.ok(
        switch (come.get()) {
          case Result.Ok(Client.Answer one) -> Result.ok(new P2IncomingResponse(one));
          case Result.Err(ErrorCode why) -> Result.err(why);
        });
  }

  /** Who has not taken the answer does not want it. */
  @Override
  public void close() {
    if (!isGiven) {
      answer.cancel(true);
      outcome
          .value()
          .ifPresent(
              come -> {
                if (come instanceof Result.Ok(Client.Answer one)) {
                  new IncomingContent(one.body()).abandon();
                }
              });
    }
  }
}
