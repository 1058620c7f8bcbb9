package run.radicchio.wasi.messages;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.p3.http.Fields;
import run.radicchio.wasi.p3.http.HeaderException;
import run.radicchio.wasi.p3.http.Request;
import run.radicchio.wasi.p3.http.RequestOptions;
import run.radicchio.wasi.p3.http.Response;
import run.radicchio.wasi.p3.http.Types;

/** {@code wasi:http@0.3} on a client. */
public record P3Http(Client client) implements Types, run.radicchio.wasi.p3.http.Client {
  @Override
  public Fields fields() {
    return new P3Fields(new FieldList());
  }

  @Override
  public Fields fromList(List<Fields.Entry> entries) throws HeaderException {
    return P3Fields.of(entries);
  }

  private static FieldList list(Fields fields) {
    return ((P3Fields) fields).list();
  }

  @Override
  public NewRequest newRequest(
      Fields headers,
      Flow.@Nullable Publisher<ByteBuffer> contents,
      CompletionStage<Result<@Nullable Fields, ErrorCode>> trailers,
      @Nullable RequestOptions options) {
    P3Content content = P3Content.made(contents, trailers);
    Timeouts timeouts = options == null ? null : ((P3RequestOptions) options).timeouts();
    return new NewRequest(P3Request.made(list(headers), timeouts, content), content.sent());
  }

  @Override
  public Contents consumeRequest(Request request, CompletionStage<Result<Void, ErrorCode>> res) {
    return ((P3Request) request).content().consumed(res);
  }

  @Override
  public RequestOptions requestOptions() {
    return new P3RequestOptions(Timeouts.NONE, false);
  }

  @Override
  public NewResponse newResponse(
      Fields headers,
      Flow.@Nullable Publisher<ByteBuffer> contents,
      CompletionStage<Result<@Nullable Fields, ErrorCode>> trailers) {
    P3Content content = P3Content.made(contents, trailers);
    return new NewResponse(P3Response.made(list(headers), content), content.sent());
  }

  @Override
  public Contents consumeResponse(Response response, CompletionStage<Result<Void, ErrorCode>> res) {
    return ((P3Response) response).content().consumed(res);
  }

  @Override
  public CompletionStage<Response> send(Request request) throws HttpException {
    P3Request made = (P3Request) request;
    OutgoingContent content = made.outgoing();
    try {
      return client.send(made.head(), made.timeouts(), content).thenApply(P3Response::received);
    } catch (HttpException refused) {
      content.abort(refused.error());
      throw refused;
    }
  }
}
