package run.radicchio.webgpu.canvas;

/** A GPU that makes canvases, which its own devices can draw on. */
@FunctionalInterface
public interface CanvasMaker {
  /**
   * A canvas on no screen, blank and not configured.
   *
   * @param width the width of its pictures in texels
   * @param height the height of its pictures in texels
   * @throws IllegalArgumentException if one is negative, or there are more texels than 2^27 - 1
   */
  OffscreenCanvas createCanvas(int width, int height);
}
