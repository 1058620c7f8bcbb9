package run.radicchio.wasi;

import java.util.Optional;
import run.radicchio.component.Trap;

/**
 * A guest has ended itself by {@code wasi:cli/exit}. It unwinds through the guest as a trap does,
 * whose cause it is, and the store is at an end; but nothing has gone wrong.
 */
public final class ExitException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int status;

  /** With a status from 0, all was well, to 255. */
  public ExitException(int status) {
    super("the guest exits with status " + status, null, false, false);
    this.status = status;
  }

  /** The status that the guest ended with: 0 where all was well, up to 255. */
  public int status() {
    return status;
  }

  /** The exit that a trap comes from; empty where the trap is one. */
  public static Optional<ExitException> of(Trap trap) {
    for (Throwable cause = trap.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ExitException exit) {
        return Optional.of(exit);
      }
    }
    return Optional.empty();
  }
}
