package run.radicchio.webgpu;

/**
 * What shaders read out of a sampled texture.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gputexturesampletype">GPUTextureSampleType</a>
 */
public enum GpuTextureSampleType {
  /** Floating point numbers, which a sampler may filter. */
  FLOAT,

  /** Floating point numbers, unfiltered. */
  UNFILTERABLE_FLOAT,

  /** Depths. */
  DEPTH,

  /** Signed integers. */
  SINT,

  /** Unsigned integers. */
  UINT
}
