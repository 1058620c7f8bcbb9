package run.radicchio.wasi.p2.http;

import run.radicchio.component.wit.ErrorType;

/** Something cannot be done, or not again; there is nothing more to say of it. */
@ErrorType
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  /** With what is said to people. */
  public RefusedException(String message) {
    super(message);
  }

  /** With nothing more to say. */
  public RefusedException() {
    this("refused");
  }
}
