package run.radicchio.webgpu;

/**
 * Which faces are not drawn.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpucullmode">GPUCullMode</a>
 */
public enum GpuCullMode {
  /** All are drawn. */
  NONE,

  /** Front faces are not. */
  FRONT,

  /** Back faces are not. */
  BACK
}
