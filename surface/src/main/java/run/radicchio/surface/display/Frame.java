package run.radicchio.surface.display;

import java.util.concurrent.CompletionStage;
import run.radicchio.webgpu.canvas.Picture;

/** A picture that a guest has drawn. */
@FunctionalInterface
public interface Frame {
  /**
   * Reads it, which a display does that wants to show it: once, and before its {@link
   * Screen#present} returns. One that is not read costs no copy.
   *
   * @return the picture once it is drawn, which the caller closes. The stage completes on a thread
   *     that must not be kept
   */
  CompletionStage<Picture> read();
}
