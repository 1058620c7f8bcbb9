package run.radicchio.webgpu;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * How a canvas makes its textures.
 *
 * @param device the device to make them with
 * @param format their format: {@code BGRA8UNORM}, {@code RGBA8UNORM} or {@code RGBA16FLOAT}
 * @param usage what they are for; null: {@code RENDER_ATTACHMENT}
 * @param viewFormats formats besides their own that views of them may have; null: none
 * @param colorSpace the color space that values are in; null: {@code SRGB}
 * @param toneMapping how values beyond 0 to 1 are shown; null: {@code STANDARD}
 * @param alphaMode what alpha means; null: {@code OPAQUE}
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpucanvasconfiguration">GPUCanvasConfiguration</a>
 */
public record GpuCanvasConfiguration(
    @Borrow GpuDevice device,
    GpuTextureFormat format,
    @Nullable Set<GpuTextureUsage> usage,
    @Nullable List<GpuTextureFormat> viewFormats,
    @Nullable PredefinedColorSpace colorSpace,
    @Nullable GpuCanvasToneMapping toneMapping,
    @Nullable GpuCanvasAlphaMode alphaMode) {
  /** With defaults for all that may be null. */
  public static GpuCanvasConfiguration of(@Borrow GpuDevice device, GpuTextureFormat format) {
    return new GpuCanvasConfiguration(device, format, null, null, null, null, null);
  }

  /** {@return a copy with this {@code usage}} */
  public GpuCanvasConfiguration withUsage(Set<GpuTextureUsage> usage) {
    return new GpuCanvasConfiguration(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code viewFormats}} */
  public GpuCanvasConfiguration withViewFormats(List<GpuTextureFormat> viewFormats) {
    return new GpuCanvasConfiguration(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code colorSpace}} */
  public GpuCanvasConfiguration withColorSpace(PredefinedColorSpace colorSpace) {
    return new GpuCanvasConfiguration(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code toneMapping}} */
  public GpuCanvasConfiguration withToneMapping(GpuCanvasToneMapping toneMapping) {
    return new GpuCanvasConfiguration(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }

  /** {@return a copy with this {@code alphaMode}} */
  public GpuCanvasConfiguration withAlphaMode(GpuCanvasAlphaMode alphaMode) {
    return new GpuCanvasConfiguration(
        device, format, usage, viewFormats, colorSpace, toneMapping, alphaMode);
  }
}
