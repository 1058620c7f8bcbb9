package run.radicchio.webgpu;

/**
 * What a buffer is mapped for.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#namespacedef-gpumapmode">GPUMapMode</a>
 */
public enum GpuMapMode {
  /** To be read by the CPU. */
  READ,

  /** To be written by the CPU. */
  WRITE
}
