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
import run.radicchio.webgpu.dawn.ffm.Call;
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
    handle.checkOpen();
    return device.queueLabel();
  }

  @Override
  public void setLabel(String label) {
    handle.setLabel(label);
    device.setQueueLabel(label);
  }

  @Override
  public void submit(List<GpuCommandBuffer> commandBuffers) {
    try (Call call = Call.begin()) {
      long array = Arrays.handles(call, commandBuffers);
      WGPUQueue.submit(handle.address(call), commandBuffers.size(), array);
      device.garbage().submitted();
    }
  }

  @Override
  public CompletionStage<Void> onSubmittedWorkDone() {
    try (Call call = Call.begin()) {
      long queue = handle.address(call);
      // The work of a device that is lost is done, too.
      return Operation.FINISH_WORK.start(
          device.pump(),
          device.lifetime(),
          (status, _, message) -> null,
          callback -> WGPUQueue.onSubmittedWorkDone(queue, callback));
    }
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
    try (Call call = Call.begin()) {
      WGPUQueue.writeBuffer(
          handle.address(call),
          DawnObject.address(call, buffer),
          bufferOffset,
          Bytes.address(call, data, (int) offset, (int) count),
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
    try (Call call = Call.begin()) {
      WGPUQueue.writeTexture(
          handle.address(call),
          TextureDescriptors.texelCopyTexture(call, destination),
          Bytes.address(call, data, 0, data.remaining()),
          data.remaining(),
          TextureDescriptors.texelCopyLayout(call, dataLayout),
          TextureDescriptors.extent(call, size));
    } finally {
      Reference.reachabilityFence(data);
    }
  }
}
