package run.radicchio.webgpu.dawn.walkthrough;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuBufferDescriptor;
import run.radicchio.webgpu.GpuBufferUsage;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuDevice;
import run.radicchio.webgpu.GpuMapMode;
import run.radicchio.webgpu.GpuQueue;

final class Readback {
  private Readback() {}

  // docs: readback {
  /** A buffer that the CPU can read. Shaders cannot write to it: copy there what they wrote. */
  static GpuBuffer buffer(GpuDevice device, long size) {
    return device.createBuffer(
        GpuBufferDescriptor.of(size, EnumSet.of(GpuBufferUsage.MAP_READ, GpuBufferUsage.COPY_DST))
            .withLabel("readback"));
  }

  /** Submits what copies into the buffer, waits for the GPU, and copies the bytes out of it. */
  static ByteBuffer submitAndRead(GpuDevice device, GpuCommandEncoder encoder, GpuBuffer buffer)
      throws Exception {
    try (GpuQueue queue = device.queue();
        GpuCommandBuffer commands = encoder.finish()) {
      queue.submit(List.of(commands));
      // Both begin now; the first to be done does not wait for the other.
      CompletableFuture.allOf(
              buffer.mapAsync(EnumSet.of(GpuMapMode.READ)).toCompletableFuture(),
              queue.onSubmittedWorkDone().toCompletableFuture())
          .get();
    }
    ByteBuffer bytes = buffer.getMappedRangeGetWithCopy().order(ByteOrder.LITTLE_ENDIAN);
    buffer.unmap();
    return bytes;
  }
  // } docs
}
