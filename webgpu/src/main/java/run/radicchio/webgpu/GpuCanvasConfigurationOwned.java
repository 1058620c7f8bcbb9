package run.radicchio.webgpu;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a canvas makes its textures, as it was configured. It is {@link GpuCanvasConfiguration} with
 * a device that the receiver owns.
 *
 * @param device the device to make them with; whoever receives this closes it
 * @param format their format
 * @param usage what they are for; null: {@code RENDER_ATTACHMENT}
 * @param viewFormats formats besides their own that views of them may have; null: none
 * @param colorSpace the color space that values are in; null: {@code SRGB}
 * @param toneMapping how values beyond 0 to 1 are shown; null: {@code STANDARD}
 * @param alphaMode what alpha means; null: {@code OPAQUE}
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dom-gpucanvascontext-getconfiguration">GPUCanvasContext.getConfiguration</a>
 */
public record GpuCanvasConfigurationOwned(
    GpuDevice device,
    GpuTextureFormat format,
    @Nullable Set<GpuTextureUsage> usage,
    @Nullable List<GpuTextureFormat> viewFormats,
    @Nullable PredefinedColorSpace colorSpace,
    @Nullable GpuCanvasToneMapping toneMapping,
    @Nullable GpuCanvasAlphaMode alphaMode) {
  /** With defaults for all that may be null. */
  public static GpuCanvasConfigurationOwned of(GpuDevice device, GpuTextureFormat format) {
    return new GpuCanvasConfigurationOwned(device, format, null, null, null, null, null);
  }

  /** {@return a copy with this {@code usage}} */
  public GpuCanvasConfigurationOwned withUsage(Set<GpuTextureUsage> usage) {
    return new GpuCanvasConfigurationOwned(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code viewFormats}} */
  public GpuCanvasConfigurationOwned withViewFormats(List<GpuTextureFormat> viewFormats) {
    return new GpuCanvasConfigurationOwned(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code colorSpace}} */
  public GpuCanvasConfigurationOwned withColorSpace(PredefinedColorSpace colorSpace) {
    return new GpuCanvasConfigurationOwned(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code toneMapping}} */
  public GpuCanvasConfigurationOwned withToneMapping(GpuCanvasToneMapping toneMapping) {
    return new GpuCanvasConfigurationOwned(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code alphaMode}} */
  public GpuCanvasConfigurationOwned withAlphaMode(GpuCanvasAlphaMode alphaMode) {
    return new GpuCanvasConfigurationOwned(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }
}
