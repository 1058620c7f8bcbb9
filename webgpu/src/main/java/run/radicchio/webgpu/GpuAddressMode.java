package run.radicchio.webgpu;

/**
 * What a sampler reads outside of a texture.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpuaddressmode">GPUAddressMode</a>
 */
public enum GpuAddressMode {
  /** The texel at the edge. */
  CLAMP_TO_EDGE,

  /** The texture again. */
  REPEAT,

  /** The texture again, every other time mirrored. */
  MIRROR_REPEAT
}
