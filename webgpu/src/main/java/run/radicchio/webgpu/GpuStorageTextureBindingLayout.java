package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * A storage texture in a bind group's layout.
 *
 * @param access whether shaders write, read or both; null: {@code WRITE_ONLY}
 * @param format the format of its view
 * @param viewDimension the dimension of its view; null: {@code D2}
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpustoragetexturebindinglayout">GPUStorageTextureBindingLayout</a>
 */
public record GpuStorageTextureBindingLayout(
    @Nullable GpuStorageTextureAccess access,
    GpuTextureFormat format,
    @Nullable GpuTextureViewDimension viewDimension) {
  /** With defaults for all that may be null. */
  public static GpuStorageTextureBindingLayout of(GpuTextureFormat format) {
    return new GpuStorageTextureBindingLayout(null, format, null);
  }

  /** {@return a copy with this {@code access}} */
  public GpuStorageTextureBindingLayout withAccess(GpuStorageTextureAccess access) {
    return new GpuStorageTextureBindingLayout(access, format, viewDimension);
  }

  /** {@return a copy with this {@code viewDimension}} */
  public GpuStorageTextureBindingLayout withViewDimension(GpuTextureViewDimension viewDimension) {
    return new GpuStorageTextureBindingLayout(access, format, viewDimension);
  }
}
