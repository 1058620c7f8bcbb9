package run.radicchio.webgpu;

/**
 * Which way round the vertices of a front face go.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpufrontface">GPUFrontFace</a>
 */
public enum GpuFrontFace {
  /** Counterclockwise. */
  CCW,

  /** Clockwise. */
  CW
}
