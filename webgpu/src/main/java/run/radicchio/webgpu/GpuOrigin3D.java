package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * A place in texels.
 *
 * @param x from the left; null: 0
 * @param y from the top; null: 0
 * @param z the depth, or the layer; null: 0
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpuorigin3ddict">GPUOrigin3D</a>
 */
public record GpuOrigin3D(
    @Nullable @GpuIntegerCoordinate Integer x,
    @Nullable @GpuIntegerCoordinate Integer y,
    @Nullable @GpuIntegerCoordinate Integer z) {
  /** All defaults. */
  public static GpuOrigin3D of() {
    return new GpuOrigin3D(null, null, null);
  }

  /** {@return a copy with this {@code x}} */
  public GpuOrigin3D withX(@GpuIntegerCoordinate int x) {
    return new GpuOrigin3D(x, y, z);
  }

  /** {@return a copy with this {@code y}} */
  public GpuOrigin3D withY(@GpuIntegerCoordinate int y) {
    return new GpuOrigin3D(x, y, z);
  }

  /** {@return a copy with this {@code z}} */
  public GpuOrigin3D withZ(@GpuIntegerCoordinate int z) {
    return new GpuOrigin3D(x, y, z);
  }
}
