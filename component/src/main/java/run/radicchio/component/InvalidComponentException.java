package run.radicchio.component;

import org.jspecify.annotations.Nullable;

/** A well-formed component that breaks a rule of validation, or uses a gated feature. */
public final class InvalidComponentException extends ComponentException {
  private static final long serialVersionUID = 1;
  private final long offset;

  /**
   * Which rule, what was expected and what is there.
   *
   * @param message without the offset, which is added
   * @param offset where in the file, in bytes from its start
   */
  public InvalidComponentException(String message, long offset) {
    this(message, offset, null);
  }

  /** The same, with what brought it to light. */
  public InvalidComponentException(String message, long offset, @Nullable Throwable cause) {
    super(message + " (at offset 0x" + Long.toHexString(offset) + ")", cause);
    this.offset = offset;
  }

  /** Where in the file, in bytes from its start. */
  public long offset() {
    return offset;
  }
}
