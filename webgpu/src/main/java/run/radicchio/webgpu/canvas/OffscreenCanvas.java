package run.radicchio.webgpu.canvas;

import java.util.concurrent.CompletionStage;
import run.radicchio.webgpu.GpuCanvasContext;

/**
 * A canvas that is on no screen. A program draws on it by way of a {@link GpuCanvasContext};
 * whoever made the canvas takes the pictures.
 *
 * {@snippet :
 * OffscreenCanvas canvas = maker.createCanvas(640, 480);
 * draw(canvas.context());
 * try (Picture picture = canvas.present().toCompletableFuture().join()) {
 *   show(picture);
 * }
 * }
 *
 * <p>A picture is read back while the next ones are drawn: whoever wants that presents again before
 * the first stage completes. Safe for use by several threads.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#canvas-rendering">WebGPU, Canvas Rendering</a>
 */
public interface OffscreenCanvas extends AutoCloseable {
  /** The width of its pictures, in texels. */
  int width();

  /** The height of its pictures, in texels. */
  int height();

  /**
   * Makes it another size, and blank; the current texture expires.
   *
   * @param width in texels
   * @param height in texels
   * @throws IllegalArgumentException if one is negative, or there are more texels than 2^27 - 1
   */
  void resize(int width, int height);

  /**
   * A handle of its context, which whoever gets it closes. Every context of a canvas has the same
   * configuration and the same current texture.
   */
  GpuCanvasContext context();

  /**
   * Ends the picture that is being drawn: the current texture expires, and the next one is blank.
   * Where nothing was drawn since the last time, this is the same picture again.
   *
   * @return the picture, once the submitted work that draws it is done, on the GPU's event thread,
   *     which is not to be blocked; whoever gets it closes it, each time that it is given.
   *     Transparent black where the canvas is not configured, where its device is lost, and where
   *     there was no memory
   */
  CompletionStage<Picture> present();

  /**
   * Ends the picture that is being drawn, which nobody wants and which is not read back: the
   * current texture expires, and the next one is blank. So is the canvas until it is drawn on
   * again. Does nothing where nothing was drawn since the last time.
   */
  void discard();

  /** Unconfigures it. Contexts may be used on, and closed later, and so may pictures. */
  @Override
  void close();
}
