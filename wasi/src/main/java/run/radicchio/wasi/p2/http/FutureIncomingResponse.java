package run.radicchio.wasi.p2.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.p2.io.Poll;

/** An answer that will come, or a failure. */
@WitResource
public interface FutureIncomingResponse extends AutoCloseable {
  /** Ready when {@link #get} has something to give. */
  Poll.Pollable subscribe();

  /**
   * The answer.
   *
   * @return null where it has not come yet; an error where it was given already; else the answer,
   *     or why there is none
   */
  @Nullable Result<Result<IncomingResponse, ErrorCode>, Void> get();

  @Override
  void close();
}
