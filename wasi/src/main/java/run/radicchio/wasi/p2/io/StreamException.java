package run.radicchio.wasi.p2.io;

import run.radicchio.component.wit.ErrorType;

/** An operation of a stream did not succeed. */
@ErrorType
public final class StreamException extends Exception {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // a resource is of this process
  private final Streams.StreamError error;

  /** With the error that it stands for. */
  public StreamException(Streams.StreamError error) {
    super(error.toString());
    this.error = error;
  }

  /** The error. */
  public Streams.StreamError error() {
    return error;
  }
}
