package run.radicchio.webgpu;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to make a texture.
 *
 * @param size its size in texels, with the number of its layers
 * @param mipLevelCount how many mip levels; null: 1
 * @param sampleCount how many samples a texel, 1 or 4; null: 1
 * @param dimension how many dimensions; null: {@code D2}
 * @param format the format of its texels
 * @param usage what it is for
 * @param viewFormats formats besides its own that views of it may have, which may differ from it in
 *     sRGB only; null: none
 * @param textureBindingViewDimension the dimension of all views that are bound to shaders, for
 *     compatibility mode; null: follows from dimension and number of layers
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gputexturedescriptor">GPUTextureDescriptor</a>
 */
public record GpuTextureDescriptor(
    GpuExtent3D size,
    @Nullable @GpuIntegerCoordinate Integer mipLevelCount,
    @Nullable @GpuSize32 Integer sampleCount,
    @Nullable GpuTextureDimension dimension,
    GpuTextureFormat format,
    Set<GpuTextureUsage> usage,
    @Nullable List<GpuTextureFormat> viewFormats,
    @Nullable GpuTextureViewDimension textureBindingViewDimension,
    @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuTextureDescriptor of(
      GpuExtent3D size, GpuTextureFormat format, Set<GpuTextureUsage> usage) {
    return new GpuTextureDescriptor(size, null, null, null, format, usage, null, null, null);
  }

  /** {@return a copy with this {@code mipLevelCount}} */
  public GpuTextureDescriptor withMipLevelCount(@GpuIntegerCoordinate int mipLevelCount) {
    return new GpuTextureDescriptor(
        size,
        mipLevelCount,
        sampleCount,
        dimension,
        format,
        usage,
        viewFormats,
        textureBindingViewDimension,
        label);
  }

  /** {@return a copy with this {@code sampleCount}} */
  public GpuTextureDescriptor withSampleCount(@GpuSize32 int sampleCount) {
    return new GpuTextureDescriptor(
        size,
        mipLevelCount,
        sampleCount,
        dimension,
        format,
        usage,
        viewFormats,
        textureBindingViewDimension,
        label);
  }

  /** {@return a copy with this {@code dimension}} */
  public GpuTextureDescriptor withDimension(GpuTextureDimension dimension) {
    return new GpuTextureDescriptor(
        size,
        mipLevelCount,
        sampleCount,
        dimension,
        format,
        usage,
        viewFormats,
        textureBindingViewDimension,
        label);
  }

  /** {@return a copy with this {@code viewFormats}} */
  public GpuTextureDescriptor withViewFormats(List<GpuTextureFormat> viewFormats) {
    return new GpuTextureDescriptor(
        size,
        mipLevelCount,
        sampleCount,
        dimension,
        format,
        usage,
        viewFormats,
        textureBindingViewDimension,
        label);
  }

  /** {@return a copy with this {@code textureBindingViewDimension}} */
  public GpuTextureDescriptor withTextureBindingViewDimension(
      GpuTextureViewDimension textureBindingViewDimension) {
    return new GpuTextureDescriptor(
        size,
        mipLevelCount,
        sampleCount,
        dimension,
        format,
        usage,
        viewFormats,
        textureBindingViewDimension,
        label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuTextureDescriptor withLabel(String label) {
    return new GpuTextureDescriptor(
        size,
        mipLevelCount,
        sampleCount,
        dimension,
        format,
        usage,
        viewFormats,
        textureBindingViewDimension,
        label);
  }
}
