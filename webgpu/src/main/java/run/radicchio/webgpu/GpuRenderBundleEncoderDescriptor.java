package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The render passes that a bundle is for.
 *
 * @param depthReadOnly whether the bundle does not write depths; null: false
 * @param stencilReadOnly whether the bundle does not write stencils; null: false
 * @param colorFormats the format of each color attachment, by number; null for one that is not
 *     there
 * @param depthStencilFormat the format of the depth and stencil attachment; null: there is none
 * @param sampleCount how many samples a pixel, 1 or 4; null: 1
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpurenderbundleencoderdescriptor">GPURenderBundleEncoderDescriptor</a>
 */
public record GpuRenderBundleEncoderDescriptor(
    @Nullable Boolean depthReadOnly,
    @Nullable Boolean stencilReadOnly,
    List<@Nullable GpuTextureFormat> colorFormats,
    @Nullable GpuTextureFormat depthStencilFormat,
    @Nullable @GpuSize32 Integer sampleCount,
    @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuRenderBundleEncoderDescriptor of(List<@Nullable GpuTextureFormat> colorFormats) {
    return new GpuRenderBundleEncoderDescriptor(null, null, colorFormats, null, null, null);
  }

  /** {@return a copy with this {@code depthReadOnly}} */
  public GpuRenderBundleEncoderDescriptor withDepthReadOnly(boolean depthReadOnly) {
    return new GpuRenderBundleEncoderDescriptor(
        depthReadOnly, stencilReadOnly, colorFormats, depthStencilFormat, sampleCount, label);
  }

  /** {@return a copy with this {@code stencilReadOnly}} */
  public GpuRenderBundleEncoderDescriptor withStencilReadOnly(boolean stencilReadOnly) {
    return new GpuRenderBundleEncoderDescriptor(
        depthReadOnly, stencilReadOnly, colorFormats, depthStencilFormat, sampleCount, label);
  }

  /** {@return a copy with this {@code depthStencilFormat}} */
  public GpuRenderBundleEncoderDescriptor withDepthStencilFormat(
      GpuTextureFormat depthStencilFormat) {
    return new GpuRenderBundleEncoderDescriptor(
        depthReadOnly, stencilReadOnly, colorFormats, depthStencilFormat, sampleCount, label);
  }

  /** {@return a copy with this {@code sampleCount}} */
  public GpuRenderBundleEncoderDescriptor withSampleCount(@GpuSize32 int sampleCount) {
    return new GpuRenderBundleEncoderDescriptor(
        depthReadOnly, stencilReadOnly, colorFormats, depthStencilFormat, sampleCount, label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuRenderBundleEncoderDescriptor withLabel(String label) {
    return new GpuRenderBundleEncoderDescriptor(
        depthReadOnly, stencilReadOnly, colorFormats, depthStencilFormat, sampleCount, label);
  }
}
