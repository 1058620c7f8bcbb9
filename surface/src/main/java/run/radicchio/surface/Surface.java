package run.radicchio.surface;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitResource;

/**
 * Something that pictures are shown on, and that pointers and keys are used over.
 *
 * <p>Each call of an {@code on} function gives a stream of its own, of what happens from then on. A
 * stream ends when the display is closed. A reader that is slow misses the oldest events; a frame
 * event waits for it alone, and no second one.
 */
@WitResource
public interface Surface extends AutoCloseable {
  /** The height in texels, as the last resize event that was read says. */
  @Unsigned int height();

  /** The width in texels, as the last resize event that was read says. */
  @Unsigned int width();

  /**
   * Asks for another size; a resize event says that there is one.
   *
   * @param height in texels; null leaves it as it is
   * @param width in texels; null leaves it as it is
   */
  void requestSetSize(@Nullable @Unsigned Integer height, @Nullable @Unsigned Integer width);

  /** Its new sizes. */
  Flow.Publisher<ResizeEvent> onResize();

  /** When to draw. */
  Flow.Publisher<FrameEvent> onFrame();

  /** Pointers that are released. */
  Flow.Publisher<PointerEvent> onPointerUp();

  /** Pointers that are pressed. */
  Flow.Publisher<PointerEvent> onPointerDown();

  /** Pointers that move. */
  Flow.Publisher<PointerEvent> onPointerMove();

  /** Keys that are released. */
  Flow.Publisher<KeyEvent> onKeyUp();

  /** Keys that are pressed. */
  Flow.Publisher<KeyEvent> onKeyDown();

  /** Takes it off the display. */
  @Override
  void close();
}
