package run.radicchio.webgpu;

/**
 * What an attachment has at the beginning of a pass.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpuloadop">GPULoadOp</a>
 */
public enum GpuLoadOp {
  /** What it had before. */
  LOAD,

  /** The clear value. */
  CLEAR
}
