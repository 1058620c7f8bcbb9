package run.radicchio.wasi.p3.sockets;

import run.radicchio.component.wit.ErrorType;

/** An operation on sockets failed. */
@ErrorType
public final class SocketsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // one of a few records
  private final ErrorCode error;

  /** With the error that it stands for. */
  public SocketsException(ErrorCode error) {
    super(error.toString());
    this.error = error;
  }

  /** The error. */
  public ErrorCode error() {
    return error;
  }
}
