package run.radicchio.webgpu;

/**
 * Whether a buffer is mapped.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpubuffermapstate">GPUBufferMapState</a>
 */
public enum GpuBufferMapState {
  /** It is not: the GPU may use it. */
  UNMAPPED,

  /** It will be: {@link GpuBuffer#mapAsync} is under way. */
  PENDING,

  /** It is: the CPU may use it. */
  MAPPED
}
