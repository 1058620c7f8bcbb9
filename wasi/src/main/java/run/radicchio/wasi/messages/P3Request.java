package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.Exchange;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.Scheme;
import run.radicchio.wasi.p3.http.Fields;
import run.radicchio.wasi.p3.http.RefusedException;
import run.radicchio.wasi.p3.http.Request;
import run.radicchio.wasi.p3.http.RequestOptions;

/** A request of WASI 0.3, whether it came or a guest makes it. */
public final class P3Request implements Request {
  private final RequestLine line;
  private final FieldList headers;
  private final @Nullable Timeouts timeouts;
  private final P3Content content;

  private P3Request(
      RequestLine line, FieldList headers, @Nullable Timeouts timeouts, P3Content content) {
    this.line = line;
    this.headers = headers;
    this.timeouts = timeouts;
    this.content = content;
  }

  /** A request that a guest makes. */
  static P3Request made(FieldList headers, @Nullable Timeouts timeouts, P3Content content) {
    return new P3Request(new RequestLine(), headers.fix(), timeouts, content);
  }

  /** The request of an exchange. */
  public static P3Request of(Exchange exchange) {
    RequestHead head = exchange.request();
    return new P3Request(
        new RequestLine(head),
        FieldList.received(head.headers()),
        null,
        P3Content.received(exchange.body()));
  }

  RequestHead head() {
    return line.with(headers);
  }

  Timeouts timeouts() {
    return timeouts == null ? Timeouts.NONE : timeouts;
  }

  P3Content content() {
    return content;
  }

  OutgoingContent outgoing() {
    return content.outgoing(OutgoingContent.Direction.REQUEST, headers);
  }

  @Override
  public Method getMethod() {
    return line.method();
  }

  @Override
  public void setMethod(Method method) throws RefusedException {
    check(line.setMethod(method));
  }

  @Override
  public @Nullable String getPathWithQuery() {
    return line.pathWithQuery();
  }

  @Override
  public void setPathWithQuery(@Nullable String pathWithQuery) throws RefusedException {
    check(line.setPathWithQuery(pathWithQuery));
  }

  @Override
  public @Nullable Scheme getScheme() {
    return line.scheme();
  }

  @Override
  public void setScheme(@Nullable Scheme scheme) throws RefusedException {
    check(line.setScheme(scheme));
  }

  @Override
  public @Nullable String getAuthority() {
    return line.authority();
  }

  @Override
  public void setAuthority(@Nullable String authority) throws RefusedException {
    check(line.setAuthority(authority));
  }

  private static void check(boolean isTaken) throws RefusedException {
    if (!isTaken) {
      throw new RefusedException();
    }
  }

  @Override
  public @Nullable RequestOptions getOptions() {
    return timeouts == null ? null : new P3RequestOptions(timeouts, true);
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
