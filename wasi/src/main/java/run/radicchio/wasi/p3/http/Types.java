package run.radicchio.wasi.p3.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.Static;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.http.ErrorCode;

/** {@code wasi:http/types}: requests and answers, their fields and bodies. */
@WitInterface(
    value = "wasi:http/types",
    versions = WasiVersion.P3,
    uses = run.radicchio.wasi.p3.clocks.Types.class,
    types = {Headers.class, Trailers.class})
public interface Types {
  /**
   * A request that a guest makes.
   *
   * @param sent how it went to send it
   */
  @Tuple
  record NewRequest(Request request, CompletionStage<Result<Void, ErrorCode>> sent) {}

  /**
   * An answer that a guest gives.
   *
   * @param sent how it went to send it
   */
  @Tuple
  record NewResponse(Response response, CompletionStage<Result<Void, ErrorCode>> sent) {}

  /**
   * A body.
   *
   * @param data its bytes
   * @param trailers what came after it, null for nothing, or why it is not whole
   */
  @Tuple
  record Contents(
      Flow.Publisher<@Chunk ByteBuffer> data,
      CompletionStage<Result<@Nullable Fields, ErrorCode>> trailers) {}

  /** No fields, to which some can be added. */
  @Constructor
  Fields fields();

  /** Fields that can be changed. */
  @Static(Fields.class)
  Fields fromList(List<Fields.Entry> entries) throws HeaderException;

  /**
   * A request.
   *
   * @param contents its body; null for none
   * @param trailers what comes after the body, null for nothing, or why it is not whole
   * @param options null for none
   */
  @Static(Request.class)
  @WitName("new")
  NewRequest newRequest(
      Fields headers,
      Flow.@Nullable Publisher<@Chunk ByteBuffer> contents,
      CompletionStage<Result<@Nullable Fields, ErrorCode>> trailers,
      @Nullable RequestOptions options);

  /**
   * The body of a request.
   *
   * @param res how it went to handle the request
   */
  @Static(Request.class)
  @WitName("consume-body")
  Contents consumeRequest(
      @WitName("this") Request request, CompletionStage<Result<Void, ErrorCode>> res);

  /** Options that set nothing. */
  @Constructor
  RequestOptions requestOptions();

  /**
   * An answer.
   *
   * @param contents its body; null for none
   * @param trailers what comes after the body, null for nothing, or why it is not whole
   */
  @Static(Response.class)
  @WitName("new")
  NewResponse newResponse(
      Fields headers,
      Flow.@Nullable Publisher<@Chunk ByteBuffer> contents,
      CompletionStage<Result<@Nullable Fields, ErrorCode>> trailers);

  /**
   * The body of an answer.
   *
   * @param res how it went to handle the answer
   */
  @Static(Response.class)
  @WitName("consume-body")
  Contents consumeResponse(
      @WitName("this") Response response, CompletionStage<Result<Void, ErrorCode>> res);
}
