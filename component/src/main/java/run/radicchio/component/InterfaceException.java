package run.radicchio.component;

/**
 * A Java interface that is no WIT interface. The message names the interface, the method and the
 * parameter, and says what to write instead.
 */
public final class InterfaceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** With where, what is wrong, and what to do. */
  public InterfaceException(String message) {
    super(message);
  }
}
