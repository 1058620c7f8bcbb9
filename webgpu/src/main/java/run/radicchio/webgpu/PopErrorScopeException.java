package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** No error scope was closed. No call throws it: stages complete with it. */
@ErrorType
public final class PopErrorScopeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final PopErrorScopeError error;

  /** With the error, whose message becomes that of the exception. */
  public PopErrorScopeException(PopErrorScopeError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public PopErrorScopeError error() {
    return error;
  }
}
