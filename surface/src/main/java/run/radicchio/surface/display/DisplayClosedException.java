package run.radicchio.surface.display;

/** A guest wants to show something where nothing more is shown. It is a good end of a guest. */
public final class DisplayClosedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Nothing more is shown. */
  public DisplayClosedException() {
    super("the display is closed");
  }
}
