package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.Scheme;
import run.radicchio.wasi.p2.http.Fields;
import run.radicchio.wasi.p2.http.IncomingBody;
import run.radicchio.wasi.p2.http.IncomingRequest;
import run.radicchio.wasi.p2.http.RefusedException;

/** A request that came, for a guest of WASI 0.2. */
public final class P2IncomingRequest implements IncomingRequest {
  private final RequestHead head;
  private final FieldList headers;
  private @Nullable IncomingContent content;

  /** The request of an exchange. */
  public P2IncomingRequest(Exchange exchange) {
    this.head = exchange.request();
    this.headers = FieldList.received(head.headers());
    this.content = new IncomingContent(exchange.body());
  }

  @Override
  public Method method() {
    return head.method();
  }

  @Override
  public @Nullable String pathWithQuery() {
    return head.pathWithQuery();
  }

  @Override
  public @Nullable Scheme scheme() {
    return head.scheme();
  }

  @Override
  public @Nullable String authority() {
    return head.authority();
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
  public void close() {}
}
