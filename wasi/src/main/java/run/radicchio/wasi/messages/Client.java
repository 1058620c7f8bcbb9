package run.radicchio.wasi.messages;

import java.util.concurrent.CompletableFuture;
import run.radicchio.wasi.http.Body;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.ResponseHead;

/** Makes requests for guests. */
public interface Client {
  /** An answer that came. */
  record Answer(ResponseHead head, Body body) {}

  /**
   * Makes a request.
   *
   * @param content its body, which it opens or aborts
   * @return the answer, or an {@link HttpException}; to cancel it ends the request
   * @throws HttpException if it is none that can be made, or may be
   */
  CompletableFuture<Answer> send(RequestHead request, Timeouts timeouts, OutgoingContent content)
      throws HttpException;
}
