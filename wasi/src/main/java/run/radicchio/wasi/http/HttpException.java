package run.radicchio.wasi.http;

import run.radicchio.component.wit.ErrorType;

/** A request, or the answer to one, failed. */
@ErrorType
public final class HttpException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // one of a few records
  private final ErrorCode error;

  /** With the error that it stands for. */
  public HttpException(ErrorCode error) {
    super(error.toString());
    this.error = error;
  }

  /** The error. */
  public ErrorCode error() {
    return error;
  }
}
