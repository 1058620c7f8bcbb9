package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** Bytes were not copied to a buffer. */
@ErrorType
public final class WriteBufferException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final WriteBufferError error;

  /** With the error, whose message becomes that of the exception. */
  public WriteBufferException(WriteBufferError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public WriteBufferError error() {
    return error;
  }
}
