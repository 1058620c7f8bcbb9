package run.radicchio.webgpu;

/**
 * The format of indices in an index buffer.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpuindexformat">GPUIndexFormat</a>
 */
public enum GpuIndexFormat {
  /** Unsigned, 2 bytes. */
  UINT16,

  /** Unsigned, 4 bytes. */
  UINT32
}
