package run.radicchio.component.core;

/** Bytes that are no core module this engine can run. */
public final class CoreModuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what is wrong and where, as far as it is known. */
  public CoreModuleException(String message, Throwable cause) {
    super(message, cause);
  }

  /** With what is wrong and where, as far as it is known. */
  public CoreModuleException(String message) {
    super(message);
  }
}
