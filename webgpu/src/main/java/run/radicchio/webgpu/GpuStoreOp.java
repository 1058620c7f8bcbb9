package run.radicchio.webgpu;

/**
 * What becomes of an attachment at the end of a pass.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpustoreop">GPUStoreOp</a>
 */
public enum GpuStoreOp {
  /** It is kept. */
  STORE,

  /** It is dropped: afterwards it reads as 0. */
  DISCARD
}
