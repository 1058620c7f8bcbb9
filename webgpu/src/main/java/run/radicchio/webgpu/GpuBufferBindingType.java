package run.radicchio.webgpu;

/**
 * How shaders see a buffer.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gpubufferbindingtype">GPUBufferBindingType</a>
 */
public enum GpuBufferBindingType {
  /** As a uniform buffer, read only. */
  UNIFORM,

  /** As a storage buffer, to read and write. */
  STORAGE,

  /** As a storage buffer, to read only. */
  READ_ONLY_STORAGE
}
