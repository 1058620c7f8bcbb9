package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** Mapped bytes were not copied. */
@ErrorType
public final class GetMappedRangeException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final GetMappedRangeError error;

  /** With the error, whose message becomes that of the exception. */
  public GetMappedRangeException(GetMappedRangeError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public GetMappedRangeError error() {
    return error;
  }
}
