package run.radicchio.webgpu;

/**
 * How many dimensions a texture has.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gputexturedimension">GPUTextureDimension</a>
 */
public enum GpuTextureDimension {
  /** One: width. No mip levels, no samples, no rendering. */
  D1,

  /** Two, and layers. */
  D2,

  /** Three. No samples. */
  D3
}
