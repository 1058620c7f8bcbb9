package run.radicchio.webgpu.dawn.resource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import run.radicchio.webgpu.GetMappedRangeException;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasConfiguration;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

/**
 * Takes pictures out of the textures of canvases.
 *
 * @param configuration that of the canvas, with all defaults filled in
 */
record Snapshot(DawnDevice device, DawnTexture texture, GpuCanvasConfiguration configuration) {
  /** What Dawn wants the rows of a texture to be aligned to in a buffer. */
  private static final int ROW_ALIGNMENT = 256;

  /** A picture of transparent black, on a canvas that is not configured. */
  static Picture blank(int width, int height) {
    return new Picture(
        width,
        height,
        GpuTextureFormat.BGRA8UNORM,
        GpuCanvasAlphaMode.PREMULTIPLIED,
        PredefinedColorSpace.SRGB,
        GpuCanvasToneMappingMode.STANDARD,
        ByteBuffer.allocate(width * height * 4));
  }

  /** A picture of a blank drawing buffer. */
  static Picture blank(int width, int height, GpuCanvasConfiguration configuration) {
    int size = width * height * Picture.texelSize(configuration.format());
    return picture(width, height, configuration, ByteBuffer.allocate(size));
  }

  /**
   * What was drawn on the texture by now. It is blank where it cannot be read: where the device is
   * lost, or the texture invalid, or there is no memory. No error of this is told to anybody.
   */
  CompletableFuture<Picture> take() {
    List<CompletableFuture<Picture>> taken = new ArrayList<>();
    boolean well = device.device().attempt(() -> taken.add(read()));
    return well
        ? taken.getFirst()
        : CompletableFuture.completedFuture(blank(width(), height(), configuration));
  }

  private CompletableFuture<Picture> read() {
    GpuBufferDescriptor descriptor =
        GpuBufferDescriptor.of(
            (long) bytesPerRow() * height(),
            EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST));
    DawnBuffer staging = DawnBuffer.create(device, descriptor);
    copyTo(staging);
    return staging
        .mapAsync(EnumSet.of(GpuMapMode.READ))
        .handle(
            (mapped, failure) -> {
              try (staging) {
                return failure == null
                    ? picture(staging.getMappedRangeGetWithCopy())
                    : blank(width(), height(), configuration);
              } catch (GetMappedRangeException e) {
                return blank(width(), height(), configuration);
              }
            })
        .toCompletableFuture();
  }

  private void copyTo(DawnBuffer staging) {
    try (DawnCommandEncoder commands = DawnCommandEncoder.whateverUsages(device, "canvas");
        GpuQueue queue = device.queue()) {
      commands.copyTextureToBuffer(
          GpuTexelCopyTextureInfo.of(texture),
          GpuTexelCopyBufferInfo.of(staging).withBytesPerRow(bytesPerRow()),
          GpuExtent3D.of(width()).withHeight(height()));
      try (GpuCommandBuffer finished = commands.finish(null)) {
        queue.submit(List.of(finished));
      }
    }
  }

  private int width() {
    return texture.made().size().width();
  }

  private int height() {
    return Given.or(texture.made().size().height(), 1);
  }

  private int bytesPerRow() {
    int needed = width() * Picture.texelSize(configuration.format());
    return (needed + ROW_ALIGNMENT - 1) & -ROW_ALIGNMENT;
  }

  /** The picture in aligned rows. */
  private Picture picture(ByteBuffer rows) {
    int row = width() * Picture.texelSize(configuration.format());
    ByteBuffer texels = ByteBuffer.allocate(row * height());
    for (int y = 0; y < height(); y++) {
      texels.put(rows.slice(y * bytesPerRow(), row));
    }
    return picture(width(), height(), configuration, texels.flip());
  }

  private static Picture picture(
      int width, int height, GpuCanvasConfiguration configuration, ByteBuffer texels) {
    return new Picture(
        width,
        height,
        configuration.format(),
        Objects.requireNonNull(configuration.alphaMode()),
        Objects.requireNonNull(configuration.colorSpace()),
        Objects.requireNonNull(Objects.requireNonNull(configuration.toneMapping()).mode()),
        texels);
  }
}
