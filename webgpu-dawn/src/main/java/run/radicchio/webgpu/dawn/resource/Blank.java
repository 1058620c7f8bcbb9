package run.radicchio.webgpu.dawn.resource;

import java.nio.ByteBuffer;
import java.util.Objects;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasConfiguration;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

/** Pictures of a kind, without what is on them: of transparent black, that is. */
record Blank(
    int width,
    int height,
    GpuTextureFormat format,
    GpuCanvasAlphaMode alphaMode,
    PredefinedColorSpace colorSpace,
    GpuCanvasToneMappingMode toneMapping) {

  /** The kind of a canvas that is not configured. */
  static Blank of(int width, int height) {
    return new Blank(
        width,
        height,
        GpuTextureFormat.BGRA8UNORM,
        GpuCanvasAlphaMode.PREMULTIPLIED,
        PredefinedColorSpace.SRGB,
        GpuCanvasToneMappingMode.STANDARD);
  }

  /**
   * The kind of a canvas.
   *
   * @param configuration with all defaults filled in
   */
  static Blank of(int width, int height, GpuCanvasConfiguration configuration) {
    return new Blank(
        width,
        height,
        configuration.format(),
        Objects.requireNonNull(configuration.alphaMode()),
        Objects.requireNonNull(configuration.colorSpace()),
        Objects.requireNonNull(Objects.requireNonNull(configuration.toneMapping()).mode()));
  }

  /** One that is blank. */
  Picture picture() {
    int row = width * Picture.texelSize(format);
    return picture(row, ByteBuffer.allocate(row * height).asReadOnlyBuffer(), () -> {});
  }

  /** One with something on it. */
  Picture picture(int bytesPerRow, ByteBuffer texels, Runnable release) {
    return new Picture(
        width, height, format, alphaMode, colorSpace, toneMapping, bytesPerRow, texels, release);
  }
}
