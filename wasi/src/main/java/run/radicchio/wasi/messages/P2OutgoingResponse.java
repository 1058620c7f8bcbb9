package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.ResponseHead;
import run.radicchio.wasi.p2.http.Fields;
import run.radicchio.wasi.p2.http.OutgoingBody;
import run.radicchio.wasi.p2.http.OutgoingResponse;
import run.radicchio.wasi.p2.http.RefusedException;

/** An answer that a guest of WASI 0.2 gives. */
final class P2OutgoingResponse implements OutgoingResponse {
  private final FieldList headers;
  private short status = StatusCodes.OK;
  private @Nullable OutgoingContent content;
  private boolean isSent;

  P2OutgoingResponse(FieldList headers) {
    this.headers = headers.fix();
  }

  /** The answer without its body. */
  ResponseHead head() {
    return new ResponseHead(status, headers.all());
  }

  /** Its body, which nobody can ask for any more. */
  OutgoingContent send() {
    isSent = true;
    return content == null ? P2OutgoingBody.none(OutgoingContent.Direction.RESPONSE) : content;
  }

  @Override
  public short statusCode() {
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
  public Fields headers() {
    return new P2Fields(headers);
  }

  @Override
  public OutgoingBody body() throws RefusedException {
    if (content != null) {
      throw new RefusedException("the body was given already");
    }
    content = OutgoingContent.of(OutgoingContent.Direction.RESPONSE, headers);
    return new P2OutgoingBody(content);
  }

  @Override
  public void close() {
    if (content != null && !isSent) {
      content.abort(new ErrorCode.Internal("the answer was dropped"));
    }
  }
}
