package run.radicchio.webgpu;

/**
 * Which shader stages see a resource.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#namespacedef-gpushaderstage">GPUShaderStage</a>
 */
public enum GpuShaderStage {
  /** Vertex shaders. */
  VERTEX,

  /** Fragment shaders. */
  FRAGMENT,

  /** Compute shaders. */
  COMPUTE
}
