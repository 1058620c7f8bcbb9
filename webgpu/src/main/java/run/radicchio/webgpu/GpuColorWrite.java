package run.radicchio.webgpu;

/**
 * Which channels of a color are written.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#namespacedef-gpucolorwrite">GPUColorWrite</a>
 */
public enum GpuColorWrite {
  /** Red. */
  RED,

  /** Green. */
  GREEN,

  /** Blue. */
  BLUE,

  /** Alpha. */
  ALPHA,

  /** All four, with whatever else is in the set. */
  ALL
}
