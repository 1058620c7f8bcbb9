package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Unsigned;

/**
 * How a sampler reads textures.
 *
 * @param addressModeU what is read beyond the left and right edge; null: {@code CLAMP_TO_EDGE}
 * @param addressModeV what is read beyond the upper and lower edge; null: {@code CLAMP_TO_EDGE}
 * @param addressModeW what is read before the first and behind the last slice; null: {@code
 *     CLAMP_TO_EDGE}
 * @param magFilter how to read between texels that are larger than a pixel; null: {@code NEAREST}
 * @param minFilter how to read between texels that are smaller than a pixel; null: {@code NEAREST}
 * @param mipmapFilter how to read between mip levels; null: {@code NEAREST}
 * @param lodMinClamp the least level of detail; null: 0
 * @param lodMaxClamp the greatest level of detail; null: 32
 * @param compare makes it a comparison sampler, with this comparison; null: no comparison
 * @param maxAnisotropy how many samples an anisotropic read may take, 1 or more; above 1 all
 *     filters must be linear, and what the GPU cannot do is lowered; null: 1
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpusamplerdescriptor">GPUSamplerDescriptor</a>
 */
public record GpuSamplerDescriptor(
    @Nullable GpuAddressMode addressModeU,
    @Nullable GpuAddressMode addressModeV,
    @Nullable GpuAddressMode addressModeW,
    @Nullable GpuFilterMode magFilter,
    @Nullable GpuFilterMode minFilter,
    @Nullable GpuMipmapFilterMode mipmapFilter,
    @Nullable Float lodMinClamp,
    @Nullable Float lodMaxClamp,
    @Nullable GpuCompareFunction compare,
    @Nullable @Unsigned Short maxAnisotropy,
    @Nullable String label) {
  /** All defaults. */
  public static GpuSamplerDescriptor of() {
    return new GpuSamplerDescriptor(
        null, null, null, null, null, null, null, null, null, null, null);
  }

  /** {@return a copy with this {@code addressModeU}} */
  public GpuSamplerDescriptor withAddressModeU(GpuAddressMode addressModeU) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code addressModeV}} */
  public GpuSamplerDescriptor withAddressModeV(GpuAddressMode addressModeV) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code addressModeW}} */
  public GpuSamplerDescriptor withAddressModeW(GpuAddressMode addressModeW) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code magFilter}} */
  public GpuSamplerDescriptor withMagFilter(GpuFilterMode magFilter) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code minFilter}} */
  public GpuSamplerDescriptor withMinFilter(GpuFilterMode minFilter) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code mipmapFilter}} */
  public GpuSamplerDescriptor withMipmapFilter(GpuMipmapFilterMode mipmapFilter) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code lodMinClamp}} */
  public GpuSamplerDescriptor withLodMinClamp(float lodMinClamp) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code lodMaxClamp}} */
  public GpuSamplerDescriptor withLodMaxClamp(float lodMaxClamp) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code compare}} */
  public GpuSamplerDescriptor withCompare(GpuCompareFunction compare) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code maxAnisotropy}} */
  public GpuSamplerDescriptor withMaxAnisotropy(@Unsigned short maxAnisotropy) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuSamplerDescriptor withLabel(String label) {
    return new GpuSamplerDescriptor(
        addressModeU,
        addressModeV,
        addressModeW,
        magFilter,
        minFilter,
        mipmapFilter,
        lodMinClamp,
        lodMaxClamp,
        compare,
        maxAnisotropy,
        label);
  }
}
