package run.radicchio.wasi.messages;

import java.util.concurrent.CompletableFuture;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.ResponseHead;
import run.radicchio.wasi.p3.http.Fields;
import run.radicchio.wasi.p3.http.RefusedException;
import run.radicchio.wasi.p3.http.Response;

/** An answer of WASI 0.3, whether it came or a guest gives it. */
public final class P3Response implements Response {
  private final FieldList headers;
  private final P3Content content;
  private short status;

  private P3Response(short status, FieldList headers, P3Content content) {
    this.status = status;
    this.headers = headers;
    this.content = content;
  }

  /** An answer that a guest gives. */
  static P3Response made(FieldList headers, P3Content content) {
    return new P3Response(StatusCodes.OK, headers.fix(), content);
  }

  /** An answer that came. */
  static P3Response received(Client.Answer answer) {
    return new P3Response(
        (short) answer.head().status(),
        FieldList.received(answer.head().headers()),
        P3Content.received(answer.body()));
  }

  P3Content content() {
    return content;
  }

  /**
   * Sends it as the answer of an exchange.
   *
   * @return how that went, once it is done
   */
  public CompletableFuture<Result<Void, ErrorCode>> send(Exchange exchange) {
    OutgoingContent outgoing = content.outgoing(OutgoingContent.Direction.RESPONSE, headers);
    Answering.begin(exchange, new ResponseHead(status, headers.all()), outgoing);
    return outgoing.sent();
  }

  @Override
  public short getStatusCode() {
    return status;
  }

  @Override
  public void setStatusCode(short statusCode) throws RefusedException {
    if (!StatusCodes.isOne(statusCode)) {
      throw new RefusedException();
    }
    status = statusCode;
  }

  @Override
  public Fields getHeaders() {
    return new P3Fields(headers);
  }

  @Override
  public void close() {
    content.drop();
  }
}
