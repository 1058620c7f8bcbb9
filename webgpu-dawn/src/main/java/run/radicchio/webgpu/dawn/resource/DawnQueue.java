package run.radicchio.webgpu.dawn.resource;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuQueue;
import run.radicchio.webgpu.GpuTexelCopyBufferLayout;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.WriteBufferError;
import run.radicchio.webgpu.WriteBufferErrorKind;
import run.radicchio.webgpu.WriteBufferException;
import run.radicchio.webgpu.dawn.ffm.Scratch;
import run.radicchio.webgpu.dawn.generated.WGPUQueue;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;
import run.radicchio.webgpu.dawn.object.Operation;

/** A handle of a device's queue. All of them show one label. */
final class DawnQueue implements DawnObject, GpuQueue {
  private final Device device;
  private final Handle handle;

  /** Takes over one count of the queue. */
  DawnQueue(Device device, long queue) {
    this.device = device;
    this.handle = device.own(ObjectKind.QUEUE, queue, "");
  }

  @Override
  public Handle handle() {
    return handle;
  }

  @Override
  public String label() {
    handle.address();
    return device.queueLabel();
  }

  @Override
  public void setLabel(String label) {
    handle.setLabel(label);
    device.setQueueLabel(label);
  }

  @Override
  public void submit(List<GpuCommandBuffer> commandBuffers) {
    try (Scratch scratch = Scratch.open()) {
      long array = Arrays.handles(scratch, commandBuffers);
      WGPUQueue.submit(handle.address(), commandBuffers.size(), array);
    }
  }

  @Override
  public CompletionStage<Void> onSubmittedWorkDone() {
    long queue = handle.address();
    // The work of a device that is lost is done, too.
    return Operation.FINISH_WORK.start(
        device.pump(),
        device.lifetime(),
        (status, _, message) -> null,
        callback -> WGPUQueue.onSubmittedWorkDone(queue, callback));
  }

  @Override
  public void writeBufferWithCopy(
      GpuBuffer buffer,
      long bufferOffset,
      ByteBuffer data,
      @Nullable Long dataOffset,
      @Nullable Long size)
      throws WriteBufferException {
    long offset = Given.or(dataOffset, 0);
    long count = Given.length(size, offset, data.remaining());
    if (!Bytes.has(data, offset, count)) {
      throw writeError(
          "the data has %d bytes, and not %s from the byte %s on"
              .formatted(
                  data.remaining(), Long.toUnsignedString(count), Long.toUnsignedString(offset)));
    }
    if (count % 4 != 0) {
      throw writeError("cannot write " + count + " bytes: it must be a multiple of 4");
    }
    try (Scratch scratch = Scratch.open()) {
      WGPUQueue.writeBuffer(
          handle.address(),
          DawnObject.address(buffer),
          bufferOffset,
          Bytes.address(scratch, data, (int) offset, (int) count),
          count);
    } finally {
      Reference.reachabilityFence(data);
    }
  }

  private static WriteBufferException writeError(String message) {
    return new WriteBufferException(
        new WriteBufferError(new WriteBufferErrorKind.OperationError(), message));
  }

  @Override
  public void writeTextureWithCopy(
      GpuTexelCopyTextureInfo destination,
      ByteBuffer data,
      GpuTexelCopyBufferLayout dataLayout,
      GpuExtent3D size) {
    try (Scratch scratch = Scratch.open()) {
      WGPUQueue.writeTexture(
          handle.address(),
          TextureDescriptors.texelCopyTexture(scratch, destination),
          Bytes.address(scratch, data, 0, data.remaining()),
          data.remaining(),
          TextureDescriptors.texelCopyLayout(scratch, dataLayout),
          TextureDescriptors.extent(scratch, size));
    } finally {
      Reference.reachabilityFence(data);
    }
  }
}
