package run.radicchio.wasi.messages;

/** Fields cannot be as a guest wants them. */
final class FieldException extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  enum Reason {
    INVALID_SYNTAX,
    FORBIDDEN,
    IMMUTABLE,
    SIZE_EXCEEDED
  }

  FieldException(Reason reason) {
    super(reason.toString(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
