package run.radicchio.webgpu.dawn;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.ErrorType;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;

/** What the guest {@code scene} exports. */
@WitInterface("radicchio:scene/still-life")
public interface StillLife {
  /**
   * What the guest drew.
   *
   * @param pixels red, green, blue and alpha of each, row by row
   */
  @SuppressWarnings("ArrayRecordComponent") // it is the guest's list; nobody compares pictures so
  record Picture(@Unsigned int width, @Unsigned int height, byte[] pixels) {}

  /** The scene, from a camera that goes round it by so many degrees. */
  CompletionStage<Picture> render(@Unsigned int width, @Unsigned int height, float angle)
      throws DrawingException;

  /** Prints the scene. */
  CompletionStage<Void> show(@Unsigned int columns) throws DrawingException;

  /** The guest could not draw. */
  @ErrorType
  final class DrawingException extends Exception {
    private static final long serialVersionUID = 1;
    private final String error;

    /** With what the guest says. */
    public DrawingException(String error) {
      super(error);
      this.error = error;
    }

    /** What the guest says. */
    public String error() {
      return error;
    }
  }
}
