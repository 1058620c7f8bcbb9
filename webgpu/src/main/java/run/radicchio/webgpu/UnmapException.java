package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** A buffer was unmapped before it was mapped. */
@ErrorType
public final class UnmapException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final UnmapError error;

  /** With the error, whose message becomes that of the exception. */
  public UnmapException(UnmapError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public UnmapError error() {
    return error;
  }
}
