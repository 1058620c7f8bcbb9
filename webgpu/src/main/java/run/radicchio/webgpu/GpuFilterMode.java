package run.radicchio.webgpu;

/**
 * How a sampler reads between texels.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpufiltermode">GPUFilterMode</a>
 */
public enum GpuFilterMode {
  /** The nearest texel. */
  NEAREST,

  /** A mean of the texels around. */
  LINEAR
}
