package run.radicchio.webgpu;

/**
 * What a vertex buffer has an element for.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpuvertexstepmode">GPUVertexStepMode</a>
 */
public enum GpuVertexStepMode {
  /** Each vertex. */
  VERTEX,

  /** Each instance. */
  INSTANCE
}
