package run.radicchio.wasi.p3.http;

import run.radicchio.component.wit.ErrorType;

/** Options were not set. */
@ErrorType
public final class RequestOptionsException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // one of a few records
  private final RequestOptionsError error;

  /** With the error that it stands for. */
  public RequestOptionsException(RequestOptionsError error) {
    super(error.toString());
    this.error = error;
  }

  /** The error. */
  public RequestOptionsError error() {
    return error;
  }
}
