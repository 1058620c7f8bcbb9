package run.radicchio.surface.display;

import java.util.concurrent.CompletionStage;

/** What a display tells a surface. No call waits. Safe for use by several threads. */
public interface SurfaceEvents {
  /**
   * It is time to draw. Where the last one has not been answered yet, this is the same again.
   *
   * @return completes when the guest has done with it: when it asks for the next one, whether it
   *     has drawn or not. Where the guest does not read frame events, when it presents something,
   *     for which it waits until it is asked; and when the surface is closed. It may complete
   *     within a call of the guest's: what depends on it must not wait
   */
  CompletionStage<Void> frame();

  /** Something happened. */
  void input(InputEvent event);

  /** The display shows the surface no longer: its streams end, once what they hold is read. */
  void end();
}
