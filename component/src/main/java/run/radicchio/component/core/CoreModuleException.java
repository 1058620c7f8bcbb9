package run.radicchio.component.core;

import org.jspecify.annotations.Nullable;

/** Bytes that are no core module this engine can run. */
public final class CoreModuleException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Kind kind;

  /** Why they are none. */
  public enum Kind {
    /** They are not in the binary format. */
    MALFORMED,
    /** They are a module that breaks a rule of validation. */
    INVALID,
    /** They are a module that needs what the engine does not have. */
    UNSUPPORTED
  }

  /** With what is wrong and where, as far as it is known. */
  public CoreModuleException(Kind kind, String message) {
    this(kind, message, null);
  }

  /** The same, with what brought it to light. */
  public CoreModuleException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** The error for a module that breaks a rule. */
  public static CoreModuleException invalid(String rule) {
    return new CoreModuleException(Kind.INVALID, "not a valid core module: " + rule);
  }

  /** Why they are none. */
  public Kind kind() {
    return kind;
  }
}
