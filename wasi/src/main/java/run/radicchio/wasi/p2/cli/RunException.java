package run.radicchio.wasi.p2.cli;

import run.radicchio.component.wit.ErrorType;

/** A command says that it failed; it has said why on its own, if it has. */
@ErrorType
public final class RunException extends Exception {
  private static final long serialVersionUID = 1;

  /** With nothing more to say. */
  public RunException() {
    super("the command failed");
  }
}
