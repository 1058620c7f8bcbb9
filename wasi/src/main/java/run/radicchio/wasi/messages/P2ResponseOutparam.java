package run.radicchio.wasi.messages;

import java.util.concurrent.CompletableFuture;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.p2.http.OutgoingResponse;
import run.radicchio.wasi.p2.http.ResponseOutparam;

/** Where a guest of WASI 0.2 gives its answer. */
public final class P2ResponseOutparam implements ResponseOutparam {
  private final Exchange exchange;
  private final CompletableFuture<Result<Void, ErrorCode>> outcome = new CompletableFuture<>();

  /** For the answer of an exchange. */
  public P2ResponseOutparam(Exchange exchange) {
    this.exchange = exchange;
  }

  /** The answer, or why there is none. */
  void set(Result<OutgoingResponse, ErrorCode> response) {
    switch (response) {
      case Result.Ok(OutgoingResponse answer) -> {
        P2OutgoingResponse given = (P2OutgoingResponse) answer;
        OutgoingContent content = given.send();
        var _ = content.sent().thenAccept(outcome::complete);
        Answering.begin(exchange, given.head(), content);
      }
      case Result.Err(ErrorCode why) -> outcome.complete(Result.err(why));
    }
  }

  /** How it went: done when the answer is sent, or there will be none. */
  public CompletableFuture<Result<Void, ErrorCode>> outcome() {
    return outcome;
  }

  /** Who drops it gives no answer any more. */
  @Override
  public void close() {
    outcome.complete(Result.err(new ErrorCode.Internal("the component gave no answer")));
  }
}
