package run.radicchio.wasi.p2.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Constructor;
import run.radicchio.component.wit.Static;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpException;
import run.radicchio.wasi.p2.clocks.MonotonicClock;
import run.radicchio.wasi.p2.io.Errors;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.io.Streams;

/** {@code wasi:http/types}: requests and answers, their fields and bodies. */
@WitInterface(
    value = "wasi:http/types",
    versions = WasiVersion.P2,
    uses = {MonotonicClock.class, Streams.class, Errors.class, Poll.class},
    types = {
      Headers.class,
      Trailers.class,
      IncomingRequest.class,
      FutureIncomingResponse.class,
      FutureTrailers.class
    })
public interface Types {
  /** Why a stream failed, where it is one of a body; null where nothing more is known. */
  @Nullable ErrorCode httpErrorCode(Errors.@IoError @Borrow IoError err);

  /** No fields, to which some can be added. */
  @Constructor
  Fields fields();

  /** Fields that can be changed. */
  @Static(Fields.class)
  Fields fromList(List<Fields.Entry> entries) throws HeaderException;

  /** A request with these headers. */
  @Constructor
  OutgoingRequest outgoingRequest(Fields headers);

  /** Options that set nothing. */
  @Constructor
  RequestOptions requestOptions();

  /** Gives the answer to a request, or says why there is none. */
  @Static(ResponseOutparam.class)
  void set(ResponseOutparam param, Result<OutgoingResponse, ErrorCode> response);

  /** An answer with these headers. */
  @Constructor
  OutgoingResponse outgoingResponse(Fields headers);

  /** Forgets what is left of a body; its stream must be closed. */
  @Static(IncomingBody.class)
  @WitName("finish")
  FutureTrailers finishIncoming(@WitName("this") IncomingBody body);

  /**
   * Says that a body is whole; its stream must be closed.
   *
   * @param trailers what comes after it; null for nothing
   * @throws HttpException if it is not as long as its headers say
   */
  @Static(OutgoingBody.class)
  @WitName("finish")
  void finishOutgoing(@WitName("this") OutgoingBody body, @Nullable Fields trailers)
      throws HttpException;
}
