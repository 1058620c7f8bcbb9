package run.radicchio.wasi.p2.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.p2.io.Poll;

/** What comes after a body, once that is over. */
@WitResource
public interface FutureTrailers extends AutoCloseable {
  /** Ready when {@link #get} has something to give. */
  Poll.Pollable subscribe();

  /**
   * How the body ended.
   *
   * @return null where that has not come yet; an error where it was given already; else the
   *     trailers, null where there are none, or why the body is not whole
   */
  @Nullable Result<Result<@Nullable Fields, ErrorCode>, Void> get();

  @Override
  void close();
}
