package run.radicchio.wasi.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.http.HttpFailure;
import run.radicchio.wasi.http.RequestHead;
import run.radicchio.wasi.p2.http.Fields;
import run.radicchio.wasi.p2.http.FutureIncomingResponse;
import run.radicchio.wasi.p2.http.FutureTrailers;
import run.radicchio.wasi.p2.http.HeaderException;
import run.radicchio.wasi.p2.http.IncomingBody;
import run.radicchio.wasi.p2.http.OutgoingBody;
import run.radicchio.wasi.p2.http.OutgoingHandler;
import run.radicchio.wasi.p2.http.OutgoingRequest;
import run.radicchio.wasi.p2.http.OutgoingResponse;
import run.radicchio.wasi.p2.http.RequestOptions;
import run.radicchio.wasi.p2.http.ResponseOutparam;
import run.radicchio.wasi.p2.http.Types;
import run.radicchio.wasi.p2.io.Errors;
import run.radicchio.wasi.streams.StreamFailure;

/** {@code wasi:http@0.2} on a client. */
public record P2Http(Client client) implements Types, OutgoingHandler {
  @Override
  public @Nullable ErrorCode httpErrorCode(Errors.IoError err) {
    return err instanceof StreamFailure(HttpFailure failure) ? failure.error() : null;
  }

  @Override
  public Fields fields() {
    return new P2Fields(new FieldList());
  }

  @Override
  public Fields fromList(List<Fields.Entry> entries) throws HeaderException {
    return P2Fields.of(entries);
  }

  private static FieldList list(Fields fields) {
    return ((P2Fields) fields).list();
  }

  @Override
  public OutgoingRequest outgoingRequest(Fields headers) {
    return new P2OutgoingRequest(list(headers));
  }

  @Override
  public RequestOptions requestOptions() {
    return new P2RequestOptions();
  }

  @Override
  public void set(ResponseOutparam param, Result<OutgoingResponse, ErrorCode> response) {
    ((P2ResponseOutparam) param).set(response);
  }

  @Override
  public OutgoingResponse outgoingResponse(Fields headers) {
    return new P2OutgoingResponse(list(headers));
  }

  @Override
  public FutureTrailers finishIncoming(IncomingBody body) {
    return ((P2IncomingBody) body).finish();
  }

  @Override
  public void finishOutgoing(OutgoingBody body, @Nullable Fields trailers) throws HttpException {
    ((P2OutgoingBody) body).finish(trailers == null ? null : list(trailers));
  }

  @Override
  public FutureIncomingResponse handle(OutgoingRequest request, @Nullable RequestOptions options)
      throws HttpException {
    P2OutgoingRequest made = (P2OutgoingRequest) request;
    Timeouts timeouts = options == null ? Timeouts.NONE : ((P2RequestOptions) options).timeouts();
    RequestHead head = made.head();
    OutgoingContent content = made.send();
    try {
      return new P2FutureResponse(client.send(head, timeouts, content));
    } catch (HttpException refused) {
      content.abort(refused.error());
      throw refused;
    }
  }
}
