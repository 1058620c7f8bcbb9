package run.radicchio.wasi.http;

import java.io.IOException;

/** Reading or writing a body failed, for a reason that guests are told. */
public final class HttpFailure extends IOException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // one of a few records
  private final ErrorCode error;

  /** With its reason. */
  public HttpFailure(ErrorCode error) {
    super(error.toString());
    this.error = error;
  }

  /** The reason. */
  public ErrorCode error() {
    return error;
  }

  /** The reason for any failure: its own, or else what its message says. */
  public static ErrorCode reason(Throwable failure) {
    return failure instanceof HttpFailure http
        ? http.error
        : new ErrorCode.Internal(failure.getMessage());
  }
}
