package run.radicchio.webgpu;

/**
 * How a sampler reads between mip levels.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpumipmapfiltermode">GPUMipmapFilterMode</a>
 */
public enum GpuMipmapFilterMode {
  /** The nearest level. */
  NEAREST,

  /** A mean of both levels around. */
  LINEAR
}
