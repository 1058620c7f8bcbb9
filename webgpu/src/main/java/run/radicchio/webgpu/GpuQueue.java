package run.radicchio.webgpu;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.WitResource;

/**
 * Where recorded commands go to be run, in order.
 *
 * <p>Safe for use by several threads; what each thread does takes effect in the order of the calls.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpuqueue">GPUQueue</a>
 */
@WitResource
public interface GpuQueue extends GpuObject {
  /**
   * Runs command buffers, in order, after all that was submitted before. The call returns at once.
   *
   * <p>Validation error, and nothing runs, if a command buffer is invalid, was submitted before or
   * occurs twice, or uses a resource that is destroyed or mapped. In any case the command buffers
   * are used up.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuqueue-submit">GPUQueue.submit</a>
   */
  void submit(List<@Borrow GpuCommandBuffer> commandBuffers);

  /**
   * Completes when all that was submitted before this call is done, also if the device is lost
   * meanwhile. It never completes with an exception.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuqueue-onsubmittedworkdone">GPUQueue.onSubmittedWorkDone</a>
   */
  CompletionStage<Void> onSubmittedWorkDone();

  /**
   * Copies bytes into a buffer, after all that was submitted before. The bytes are read before the
   * call returns.
   *
   * <p>Validation error if the buffer is mapped, lacks {@code COPY_DST}, or is too short, or if
   * {@code bufferOffset} is no multiple of 4.
   *
   * @param bufferOffset where in the buffer the first byte goes, in bytes, a multiple of 4
   * @param data the bytes, from position to limit
   * @param dataOffset the first byte of {@code data} to copy, counted from its position; null: 0
   * @param size how many bytes to copy, a multiple of 4; null: the rest of {@code data}
   * @throws WriteBufferException {@code operation-error} if {@code data} has fewer bytes than that,
   *     or their number is no multiple of 4
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpuqueue-writebuffer">GPUQueue.writeBuffer</a>
   */
  void writeBufferWithCopy(
      @Borrow GpuBuffer buffer,
      @GpuSize64 long bufferOffset,
      ByteBuffer data,
      @Nullable @GpuSize64 Long dataOffset,
      @Nullable @GpuSize64 Long size)
      throws WriteBufferException;

  /**
   * Copies texels into a texture, after all that was submitted before. The bytes are read before
   * the call returns. Rows need no alignment here.
   *
   * <p>Validation error if the texture is destroyed or lacks {@code COPY_DST}, or if the data is
   * too short for the layout or the destination too small for the size.
   *
   * @param destination the texture and where in it
   * @param data the texels, from position to limit
   * @param dataLayout how the texels lie in {@code data}; its offset counts from the position of
   *     {@code data}
   * @param size how much to copy, in texels
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpuqueue-writetexture">GPUQueue.writeTexture</a>
   */
  void writeTextureWithCopy(
      GpuTexelCopyTextureInfo destination,
      ByteBuffer data,
      GpuTexelCopyBufferLayout dataLayout,
      GpuExtent3D size);

  /** {@link #writeBufferWithCopy(GpuBuffer, long, ByteBuffer, Long, Long)} with all of the data. */
  default void writeBufferWithCopy(
      @Borrow GpuBuffer buffer, @GpuSize64 long bufferOffset, ByteBuffer data)
      throws WriteBufferException {
    writeBufferWithCopy(buffer, bufferOffset, data, null, null);
  }
}
