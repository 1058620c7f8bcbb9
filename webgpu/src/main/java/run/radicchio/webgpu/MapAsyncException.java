package run.radicchio.webgpu;

import run.radicchio.component.wit.ErrorType;

/** A buffer was not mapped. No call throws it: stages complete with it. */
@ErrorType
public final class MapAsyncException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a record whose kind is one of a few records without state
  private final MapAsyncError error;

  /** With the error, whose message becomes that of the exception. */
  public MapAsyncException(MapAsyncError error) {
    super(error.message());
    this.error = error;
  }

  /** The error. */
  public MapAsyncError error() {
    return error;
  }
}
