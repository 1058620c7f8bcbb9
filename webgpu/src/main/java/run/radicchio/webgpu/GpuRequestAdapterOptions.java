package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * What an adapter must or should be.
 *
 * @param featureLevel {@code core}, or {@code compatibility} for an adapter that may have lesser
 *     limits and lack {@code core-features-and-limits}; null: {@code core}
 * @param powerPreference a wish, which may be ignored; null: none
 * @param forceFallbackAdapter whether only a fallback adapter will do, such as one in software;
 *     null: false
 * @param xrCompatible whether the adapter has to serve an XR headset; null: false
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpurequestadapteroptions">GPURequestAdapterOptions</a>
 */
public record GpuRequestAdapterOptions(
    @Nullable String featureLevel,
    @Nullable GpuPowerPreference powerPreference,
    @Nullable Boolean forceFallbackAdapter,
    @Nullable Boolean xrCompatible) {
  /** All defaults. */
  public static GpuRequestAdapterOptions of() {
    return new GpuRequestAdapterOptions(null, null, null, null);
  }

  /** {@return a copy with this {@code featureLevel}} */
  public GpuRequestAdapterOptions withFeatureLevel(String featureLevel) {
    return new GpuRequestAdapterOptions(
        featureLevel, powerPreference, forceFallbackAdapter, xrCompatible);
  }

  /** {@return a copy with this {@code powerPreference}} */
  public GpuRequestAdapterOptions withPowerPreference(GpuPowerPreference powerPreference) {
    return new GpuRequestAdapterOptions(
        featureLevel, powerPreference, forceFallbackAdapter, xrCompatible);
  }

  /** {@return a copy with this {@code forceFallbackAdapter}} */
  public GpuRequestAdapterOptions withForceFallbackAdapter(boolean forceFallbackAdapter) {
    return new GpuRequestAdapterOptions(
        featureLevel, powerPreference, forceFallbackAdapter, xrCompatible);
  }

  /** {@return a copy with this {@code xrCompatible}} */
  public GpuRequestAdapterOptions withXrCompatible(boolean xrCompatible) {
    return new GpuRequestAdapterOptions(
        featureLevel, powerPreference, forceFallbackAdapter, xrCompatible);
  }
}
