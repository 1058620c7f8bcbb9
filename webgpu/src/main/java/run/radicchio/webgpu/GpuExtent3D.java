package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * A size in texels.
 *
 * @param width the width
 * @param height the height; null: 1
 * @param depthOrArrayLayers the depth, or the number of layers; null: 1
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpuextent3ddict">GPUExtent3D</a>
 */
public record GpuExtent3D(
    @GpuIntegerCoordinate int width,
    @Nullable @GpuIntegerCoordinate Integer height,
    @Nullable @GpuIntegerCoordinate Integer depthOrArrayLayers) {
  /** With defaults for all that may be null. */
  public static GpuExtent3D of(@GpuIntegerCoordinate int width) {
    return new GpuExtent3D(width, null, null);
  }

  /** {@return a copy with this {@code height}} */
  public GpuExtent3D withHeight(@GpuIntegerCoordinate int height) {
    return new GpuExtent3D(width, height, depthOrArrayLayers);
  }

  /** {@return a copy with this {@code depthOrArrayLayers}} */
  public GpuExtent3D withDepthOrArrayLayers(@GpuIntegerCoordinate int depthOrArrayLayers) {
    return new GpuExtent3D(width, height, depthOrArrayLayers);
  }
}
