package run.radicchio.webgpu.dawn.resource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import run.radicchio.webgpu.GetMappedRangeException;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.UnmapException;
import run.radicchio.webgpu.canvas.Picture;

/**
 * Reads pictures of one kind back from the textures of a canvas.
 *
 * <p>A texture is copied to a buffer of the GPU, while the next one is drawn; that is mapped, and
 * copied to memory that is the picture's until it is closed. A picture is not the mapped memory
 * itself: a guest can have that go by destroying its device, in the midst of whoever reads. Buffers
 * and memory are used again, as many as are in use at once.
 */
final class ReadBack implements AutoCloseable {
  /** What Dawn wants the rows of a texture to be aligned to in a buffer. */
  private static final int ROW_ALIGNMENT = 256;

  private final DawnDevice device;
  private final Blank kind;
  private final int bytesPerRow;
  private final Spares<DawnBuffer> staging = new Spares<>(DawnBuffer::close);
  private final Spares<ByteBuffer> memory = new Spares<>(_ -> {});

  /**
   * Reads pictures back.
   *
   * @param device that of the textures, open as long as this is
   * @param kind says of which kind pictures are, and is what cannot be read
   */
  ReadBack(DawnDevice device, Blank kind) {
    this.device = device;
    this.kind = kind;
    int row = kind.width() * Picture.texelSize(kind.format());
    this.bytesPerRow = (row + ROW_ALIGNMENT - 1) & -ROW_ALIGNMENT;
  }

  Blank kind() {
    return kind;
  }

  /**
   * What was drawn on a texture by now. It is blank where it cannot be read: where the device is
   * lost, or the texture invalid, or there is no memory. No error of this is told to anybody.
   *
   * @return to be closed once
   */
  CompletableFuture<Picture> read(DawnTexture texture) {
    List<DawnBuffer> taken = new ArrayList<>();
    List<CompletionStage<Void>> mapped = new ArrayList<>();
    Runnable copy =
        () -> {
          taken.add(staging.takeOr(this::createStaging));
          copy(texture, taken.getFirst());
        };
    Runnable map = () -> mapped.add(taken.getFirst().mapAsync(EnumSet.of(GpuMapMode.READ)));
    if (device.device().attempt(copy) && device.device().attempt(map)) {
      DawnBuffer source = taken.getFirst();
      return mapped
          .getFirst()
          .handle((_, failure) -> failure == null ? picture(source) : failed(source))
          .toCompletableFuture();
    }
    taken.forEach(DawnBuffer::close);
    return CompletableFuture.completedFuture(kind.picture());
  }

  private DawnBuffer createStaging() {
    return DawnBuffer.create(
        device,
        GpuBufferDescriptor.of(
            size(), EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST)));
  }

  private int size() {
    return bytesPerRow * kind.height();
  }

  private void copy(DawnTexture texture, DawnBuffer target) {
    try (DawnCommandEncoder commands = DawnCommandEncoder.whateverUsages(device, "canvas");
        GpuQueue queue = device.queue()) {
      commands.copyTextureToBuffer(
          GpuTexelCopyTextureInfo.of(texture),
          GpuTexelCopyBufferInfo.of(target).withBytesPerRow(bytesPerRow),
          GpuExtent3D.of(kind.width()).withHeight(kind.height()));
      try (GpuCommandBuffer finished = commands.finish(null)) {
        queue.submit(List.of(finished));
      }
    }
  }

  /** The picture in a buffer that is mapped, which is free then. */
  private Picture picture(DawnBuffer source) {
    ByteBuffer spare = memory.takeOr(() -> ByteBuffer.allocateDirect(size()));
    try {
      ByteBuffer texels = source.getMappedRange(null, null).apply(_ -> spare);
      source.unmap();
      staging.give(source);
      return kind.picture(
          bytesPerRow,
          texels.asReadOnlyBuffer().order(ByteOrder.nativeOrder()),
          () -> memory.give(spare));
    } catch (GetMappedRangeException | UnmapException | IllegalStateException e) {
      // The device was destroyed, and the buffer with it, since the buffer was mapped.
      memory.give(spare);
      return failed(source);
    }
  }

  private Picture failed(DawnBuffer source) {
    source.close();
    return kind.picture();
  }

  /** No more is read. What is being read still is, and pictures stay. */
  @Override
  public void close() {
    staging.close();
    memory.close();
  }
}
