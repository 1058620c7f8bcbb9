package run.radicchio.webgpu;

/**
 * Which kind of sampler is bound.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gpusamplerbindingtype">GPUSamplerBindingType</a>
 */
public enum GpuSamplerBindingType {
  /** One that may filter. */
  FILTERING,

  /** One whose filters are all {@code NEAREST}. */
  NON_FILTERING,

  /** One that compares. */
  COMPARISON
}
