package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How values beyond 0 to 1 are shown.
 *
 * @param mode which way; null: {@code STANDARD}
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpucanvastonemapping">GPUCanvasToneMapping</a>
 */
public record GpuCanvasToneMapping(@Nullable GpuCanvasToneMappingMode mode) {
  /** All defaults. */
  public static GpuCanvasToneMapping of() {
    return new GpuCanvasToneMapping(null);
  }

  /** {@return a copy with this {@code mode}} */
  public GpuCanvasToneMapping withMode(GpuCanvasToneMappingMode mode) {
    return new GpuCanvasToneMapping(mode);
  }
}
