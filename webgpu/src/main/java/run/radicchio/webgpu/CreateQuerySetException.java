package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** A query set was not made. */
@ErrorType
public final class CreateQuerySetException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final CreateQuerySetError error;

  /** With the error, whose message becomes that of the exception. */
  public CreateQuerySetException(CreateQuerySetError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public CreateQuerySetError error() {
    return error;
  }
}
