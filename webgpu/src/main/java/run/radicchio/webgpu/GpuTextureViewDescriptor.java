package run.radicchio.webgpu;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a texture a view shows, and how.
 *
 * @param format the format it is seen as, the texture's own or one of its {@code viewFormats};
 *     null: the texture's, or that of the aspect
 * @param dimension how its layers are seen; null: as the texture's dimension, {@code D2_ARRAY} if a
 *     2D texture has several layers
 * @param usage what the view is for; null or empty: all that the texture is for
 * @param aspect depth, stencil or all; null: {@code ALL}
 * @param baseMipLevel the first mip level; null: 0
 * @param mipLevelCount how many mip levels; null: all from the first on
 * @param baseArrayLayer the first layer; null: 0
 * @param arrayLayerCount how many layers; null: 1 for {@code D1}, {@code D2} and {@code D3}, 6 for
 *     {@code CUBE}, otherwise all from the first on
 * @param swizzle what a shader reads as red, green, blue and alpha: four of {@code r g b a 0 1};
 *     anything but the default needs the feature {@code texture-component-swizzle}; null: {@code
 *     rgba}
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gputextureviewdescriptor">GPUTextureViewDescriptor</a>
 */
public record GpuTextureViewDescriptor(
    @Nullable GpuTextureFormat format,
    @Nullable GpuTextureViewDimension dimension,
    @Nullable Set<GpuTextureUsage> usage,
    @Nullable GpuTextureAspect aspect,
    @Nullable @GpuIntegerCoordinate Integer baseMipLevel,
    @Nullable @GpuIntegerCoordinate Integer mipLevelCount,
    @Nullable @GpuIntegerCoordinate Integer baseArrayLayer,
    @Nullable @GpuIntegerCoordinate Integer arrayLayerCount,
    @Nullable String swizzle,
    @Nullable String label) {
  /** All defaults. */
  public static GpuTextureViewDescriptor of() {
    return new GpuTextureViewDescriptor(null, null, null, null, null, null, null, null, null, null);
  }

  /** {@return a copy with this {@code format}} */
  public GpuTextureViewDescriptor withFormat(GpuTextureFormat format) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code dimension}} */
  public GpuTextureViewDescriptor withDimension(GpuTextureViewDimension dimension) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code usage}} */
  public GpuTextureViewDescriptor withUsage(Set<GpuTextureUsage> usage) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code aspect}} */
  public GpuTextureViewDescriptor withAspect(GpuTextureAspect aspect) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code baseMipLevel}} */
  public GpuTextureViewDescriptor withBaseMipLevel(@GpuIntegerCoordinate int baseMipLevel) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code mipLevelCount}} */
  public GpuTextureViewDescriptor withMipLevelCount(@GpuIntegerCoordinate int mipLevelCount) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code baseArrayLayer}} */
  public GpuTextureViewDescriptor withBaseArrayLayer(@GpuIntegerCoordinate int baseArrayLayer) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code arrayLayerCount}} */
  public GpuTextureViewDescriptor withArrayLayerCount(@GpuIntegerCoordinate int arrayLayerCount) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code swizzle}} */
  public GpuTextureViewDescriptor withSwizzle(String swizzle) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuTextureViewDescriptor withLabel(String label) {
    return new GpuTextureViewDescriptor(
        format,
        dimension,
        usage,
        aspect,
        baseMipLevel,
        mipLevelCount,
        baseArrayLayer,
        arrayLayerCount,
        swizzle,
        label);
  }
}
