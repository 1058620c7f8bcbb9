package run.radicchio.webgpu;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a color target is written.
 *
 * @param format the format of the attachment
 * @param blend how a new color mixes with the one that is there; null: it replaces it
 * @param writeMask the channels that are written; null: {@code ALL}
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpucolortargetstate">GPUColorTargetState</a>
 */
public record GpuColorTargetState(
    GpuTextureFormat format,
    @Nullable GpuBlendState blend,
    @Nullable Set<GpuColorWrite> writeMask) {
  /** With defaults for all that may be null. */
  public static GpuColorTargetState of(GpuTextureFormat format) {
    return new GpuColorTargetState(format, null, null);
  }

  /** {@return a copy with this {@code blend}} */
  public GpuColorTargetState withBlend(GpuBlendState blend) {
    return new GpuColorTargetState(format, blend, writeMask);
  }

  /** {@return a copy with this {@code writeMask}} */
  public GpuColorTargetState withWriteMask(Set<GpuColorWrite> writeMask) {
    return new GpuColorTargetState(format, blend, writeMask);
  }
}
