package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** A bind group was not set. */
@ErrorType
public final class SetBindGroupException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final SetBindGroupError error;

  /** With the error, whose message becomes that of the exception. */
  public SetBindGroupException(SetBindGroupError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public SetBindGroupError error() {
    return error;
  }
}
