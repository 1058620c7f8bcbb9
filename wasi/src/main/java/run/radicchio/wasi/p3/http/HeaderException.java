package run.radicchio.wasi.p3.http;

import run.radicchio.component.wit.ErrorType;

/** Fields were not changed. */
@ErrorType
public final class HeaderException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // one of a few records
  private final HeaderError error;

  /** With the error that it stands for. */
  public HeaderException(HeaderError error) {
    super(error.toString());
    this.error = error;
  }

  /** The error. */
  public HeaderError error() {
    return error;
  }
}
