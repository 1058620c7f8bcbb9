package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * The samples of the attachments.
 *
 * @param count how many a pixel, 1 or 4; null: 1
 * @param mask a bit for each sample that is written; null: all set
 * @param alphaToCoverageEnabled whether alpha decides how many samples are written; null: false
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpumultisamplestate">GPUMultisampleState</a>
 */
public record GpuMultisampleState(
    @Nullable @GpuSize32 Integer count,
    @Nullable @GpuSampleMask Integer mask,
    @Nullable Boolean alphaToCoverageEnabled) {
  /** All defaults. */
  public static GpuMultisampleState of() {
    return new GpuMultisampleState(null, null, null);
  }

  /** {@return a copy with this {@code count}} */
  public GpuMultisampleState withCount(@GpuSize32 int count) {
    return new GpuMultisampleState(count, mask, alphaToCoverageEnabled);
  }

  /** {@return a copy with this {@code mask}} */
  public GpuMultisampleState withMask(@GpuSampleMask int mask) {
    return new GpuMultisampleState(count, mask, alphaToCoverageEnabled);
  }

  /** {@return a copy with this {@code alphaToCoverageEnabled}} */
  public GpuMultisampleState withAlphaToCoverageEnabled(boolean alphaToCoverageEnabled) {
    return new GpuMultisampleState(count, mask, alphaToCoverageEnabled);
  }
}
