package run.radicchio.wasi.p3.sockets;

import run.radicchio.component.wit.ErrorType;

/** A name could not be looked up. */
@ErrorType
public final class LookupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // one of a few records
  private final IpNameLookup.ErrorCode error;

  /** With the error that it stands for. */
  public LookupException(IpNameLookup.ErrorCode error) {
    super(error.toString());
    this.error = error;
  }

  /** The error. */
  public IpNameLookup.ErrorCode error() {
    return error;
  }
}
