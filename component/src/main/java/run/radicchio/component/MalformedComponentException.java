package run.radicchio.component;

import org.jspecify.annotations.Nullable;

/** Bytes that are not in the component binary format (Binary.md). */
public final class MalformedComponentException extends ComponentException {
  private static final long serialVersionUID = 1;
  private final long offset;

  /**
   * What was expected and what is there.
   *
   * @param message without the offset, which is added
   * @param offset where in the file, in bytes from its start
   */
  public MalformedComponentException(String message, long offset) {
    this(message, offset, null);
  }

  /** The same, with what brought it to light. */
  public MalformedComponentException(String message, long offset, @Nullable Throwable cause) {
    super(message + " (at offset 0x" + Long.toHexString(offset) + ")", cause);
    this.offset = offset;
  }

  /** Where in the file, in bytes from its start. */
  public long offset() {
    return offset;
  }
}
