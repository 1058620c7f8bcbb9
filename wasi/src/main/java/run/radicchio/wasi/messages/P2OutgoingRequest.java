package run.radicchio.wasi.messages;

import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.Method;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.http.Scheme;
import run.radicchio.wasi.p2.http.Fields;
import run.radicchio.wasi.p2.http.OutgoingBody;
import run.radicchio.wasi.p2.http.OutgoingRequest;
import run.radicchio.wasi.p2.http.RefusedException;

/** A request that a guest of WASI 0.2 makes. */
final class P2OutgoingRequest implements OutgoingRequest {
  private final RequestLine line = new RequestLine();
  private final FieldList headers;
  private @Nullable OutgoingContent content;
  private boolean isSent;

  P2OutgoingRequest(FieldList headers) {
    this.headers = headers.fix();
  }

  @Override
  public OutgoingBody body() throws RefusedException {
    if (content != null) {
      throw new RefusedException("the body was given already");
    }
    content = OutgoingContent.of(OutgoingContent.Direction.REQUEST, headers);
    return new P2OutgoingBody(content);
  }

  /** The request, which is on its way from now on. */
  RequestHead head() {
    return line.with(headers);
  }

  /** Its body, which nobody can ask for any more. */
  OutgoingContent send() {
    isSent = true;
    return content == null ? P2OutgoingBody.none(OutgoingContent.Direction.REQUEST) : content;
  }

  @Override
  public Method method() {
    return line.method();
  }

  @Override
  public void setMethod(Method method) throws RefusedException {
    check(line.setMethod(method));
  }

  @Override
  public @Nullable String pathWithQuery() {
    return line.pathWithQuery();
  }

  @Override
  public void setPathWithQuery(@Nullable String pathWithQuery) throws RefusedException {
    check(line.setPathWithQuery(pathWithQuery));
  }

  @Override
  public @Nullable Scheme scheme() {
    return line.scheme();
  }

  @Override
  public void setScheme(@Nullable Scheme scheme) throws RefusedException {
    check(line.setScheme(scheme));
  }

  @Override
  public @Nullable String authority() {
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
  public Fields headers() {
    return new P2Fields(headers);
  }

  @Override
  public void close() {
    if (content != null && !isSent) {
      content.abort(new ErrorCode.Internal("the request was dropped"));
    }
  }
}
