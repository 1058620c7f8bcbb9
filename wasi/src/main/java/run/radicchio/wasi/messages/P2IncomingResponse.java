package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.http.Fields;
import run.radicchio.wasi.p2.http.IncomingBody;
import run.radicchio.wasi.p2.http.IncomingResponse;
import run.radicchio.wasi.p2.http.RefusedException;

/** An answer that came, for a guest of WASI 0.2. */
final class P2IncomingResponse implements IncomingResponse {
  private final short status;
  private final FieldList headers;
  private @Nullable IncomingContent content;

  P2IncomingResponse(Client.Answer answer) {
    this.status = (short) answer.head().status();
    this.headers = FieldList.received(answer.head().headers());
    this.content = new IncomingContent(answer.body());
  }

  @Override
  public short status() {
    return status;
  }

  @Override
  public Fields headers() {
    return new P2Fields(headers);
  }

  @Override
  public IncomingBody consume() throws RefusedException {
    IncomingContent body = content;
    if (body == null) {
      throw new RefusedException("the body was consumed already");
    }
    content = null;
    return new P2IncomingBody(body);
  }

  @Override
  public void close() {
    if (content != null) {
      content.abandon();
    }
  }
}
