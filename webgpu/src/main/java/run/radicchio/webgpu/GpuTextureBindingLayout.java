package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * A sampled texture in a bind group's layout.
 *
 * @param sampleType what shaders read out of it; null: {@code FLOAT}
 * @param viewDimension the dimension of its view; null: {@code D2}
 * @param multisampled whether it has several samples a texel; null: false
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gputexturebindinglayout">GPUTextureBindingLayout</a>
 */
public record GpuTextureBindingLayout(
    @Nullable GpuTextureSampleType sampleType,
    @Nullable GpuTextureViewDimension viewDimension,
    @Nullable Boolean multisampled) {
  /** All defaults. */
  public static GpuTextureBindingLayout of() {
    return new GpuTextureBindingLayout(null, null, null);
  }

  /** {@return a copy with this {@code sampleType}} */
  public GpuTextureBindingLayout withSampleType(GpuTextureSampleType sampleType) {
    return new GpuTextureBindingLayout(sampleType, viewDimension, multisampled);
  }

  /** {@return a copy with this {@code viewDimension}} */
  public GpuTextureBindingLayout withViewDimension(GpuTextureViewDimension viewDimension) {
    return new GpuTextureBindingLayout(sampleType, viewDimension, multisampled);
  }

  /** {@return a copy with this {@code multisampled}} */
  public GpuTextureBindingLayout withMultisampled(boolean multisampled) {
    return new GpuTextureBindingLayout(sampleType, viewDimension, multisampled);
  }
}
