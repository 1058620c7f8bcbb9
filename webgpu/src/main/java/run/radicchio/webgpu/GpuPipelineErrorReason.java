package run.radicchio.webgpu;

/**
 * Why a pipeline was not made.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gpupipelineerrorreason">GPUPipelineErrorReason</a>
 */
public enum GpuPipelineErrorReason {
  /** Its descriptor is wrong. */
  VALIDATION,

  /** The host or its driver failed. */
  INTERNAL
}
