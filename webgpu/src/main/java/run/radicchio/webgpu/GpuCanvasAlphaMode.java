package run.radicchio.webgpu;

/**
 * What the alpha of a canvas means.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucanvasalphamode">GPUCanvasAlphaMode</a>
 */
public enum GpuCanvasAlphaMode {
  /** Nothing: it is taken as 1. */
  OPAQUE,

  /** How opaque a pixel is; its color is multiplied with it already. */
  PREMULTIPLIED
}
