package run.radicchio.webgpu;

/**
 * What numbers mean as colors.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dom-gpucanvasconfiguration-colorspace">GPUCanvasConfiguration.colorSpace</a>
 */
public enum PredefinedColorSpace {
  /** sRGB. */
  SRGB,

  /** Display P3. */
  DISPLAY_P3
}
