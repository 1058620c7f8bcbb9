package run.radicchio.webgpu;

/**
 * Which primitives vertices become.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gpuprimitivetopology">GPUPrimitiveTopology</a>
 */
public enum GpuPrimitiveTopology {
  /** Each vertex a point. */
  POINT_LIST,

  /** Each two vertices a line. */
  LINE_LIST,

  /** Each vertex but the first a line from the one before. */
  LINE_STRIP,

  /** Each three vertices a triangle. */
  TRIANGLE_LIST,

  /** Each vertex but the first two a triangle with the two before. */
  TRIANGLE_STRIP
}
