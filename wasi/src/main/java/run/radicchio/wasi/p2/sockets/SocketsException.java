package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.ErrorType;

/** An operation on the network failed. */
@ErrorType
public final class SocketsException extends Exception {
  private static final long serialVersionUID = 1;

  private final Networks.ErrorCode error;

  /** With the error that it stands for. */
  public SocketsException(Networks.ErrorCode error) {
    super(error.toString());
    this.error = error;
  }

  /** The error. */
  public Networks.ErrorCode error() {
    return error;
  }
}
