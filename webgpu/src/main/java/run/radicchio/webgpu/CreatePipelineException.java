package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** A pipeline was not made. No call throws it: stages complete with it. */
@ErrorType
public final class CreatePipelineException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final CreatePipelineError error;

  /** With the error, whose message becomes that of the exception. */
  public CreatePipelineException(CreatePipelineError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public CreatePipelineError error() {
    return error;
  }
}
