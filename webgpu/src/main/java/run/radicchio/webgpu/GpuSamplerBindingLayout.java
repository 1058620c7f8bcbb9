package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * A sampler in a bind group's layout.
 *
 * @param type which kind of sampler; null: {@code FILTERING}
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpusamplerbindinglayout">GPUSamplerBindingLayout</a>
 */
public record GpuSamplerBindingLayout(@Nullable GpuSamplerBindingType type) {
  /** All defaults. */
  public static GpuSamplerBindingLayout of() {
    return new GpuSamplerBindingLayout(null);
  }

  /** {@return a copy with this {@code type}} */
  public GpuSamplerBindingLayout withType(GpuSamplerBindingType type) {
    return new GpuSamplerBindingLayout(type);
  }
}
