package run.radicchio.webgpu;

/**
 * Why a device was lost.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpudevicelostreason">GPUDeviceLostReason</a>
 */
public enum GpuDeviceLostReason {
  /** Something ended it: the driver, the system, or that it could not be made. */
  UNKNOWN,

  /** {@link GpuDevice#destroy} was called. */
  DESTROYED
}
