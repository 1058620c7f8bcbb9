package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.WitResource;

/**
 * Records commands into a command buffer.
 *
 * <p>While a pass is open only the pass can be recorded into. A wrong call is not reported at once:
 * it invalidates the encoder, and {@link #finish} reports the first cause as a validation error. A
 * call after {@link #finish} is a validation error.
 *
 * <p>Not safe for use by several threads at the same time.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucommandencoder">GPUCommandEncoder</a>
 */
@WitResource
public interface GpuCommandEncoder extends GpuObject, GpuDebugCommands {
  /**
   * Begins a render pass. The encoder is locked until {@link GpuRenderPassEncoder#end}.
   *
   * <p>Invalidates the encoder if the attachments do not go together in size and sample count or
   * cannot be rendered to.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-beginrenderpass">GPUCommandEncoder.beginRenderPass</a>
   */
  GpuRenderPassEncoder beginRenderPass(GpuRenderPassDescriptor descriptor);

  /**
   * Begins a compute pass. The encoder is locked until {@link GpuComputePassEncoder#end}.
   *
   * @param descriptor timestamps to write, and a label; null: none
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-begincomputepass">GPUCommandEncoder.beginComputePass</a>
   */
  GpuComputePassEncoder beginComputePass(@Nullable GpuComputePassDescriptor descriptor);

  /**
   * Copies bytes from one buffer to another one.
   *
   * <p>Invalidates the encoder if source and destination are the same buffer, lack {@code COPY_SRC}
   * or {@code COPY_DST}, or are too short, or if a number is no multiple of 4.
   *
   * @param sourceOffset the first byte to copy, a multiple of 4; null: 0
   * @param destinationOffset where it goes, in bytes, a multiple of 4; null: 0
   * @param size how many bytes, a multiple of 4; null: the rest of the source
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-copybuffertobuffer-source-sourceoffset-destination-destinationoffset-size">GPUCommandEncoder.copyBufferToBuffer</a>
   */
  void copyBufferToBuffer(
      @Borrow GpuBuffer source,
      @Nullable @GpuSize64 Long sourceOffset,
      @Borrow GpuBuffer destination,
      @Nullable @GpuSize64 Long destinationOffset,
      @Nullable @GpuSize64 Long size);

  /**
   * Copies texels from a buffer into a texture. Rows in the buffer are aligned: its {@code
   * bytesPerRow}, if given, is a multiple of 256.
   *
   * <p>Invalidates the encoder if the texels do not fit into either of them, a usage is missing, or
   * the aspect or format cannot be copied like that.
   *
   * @param copySize how much, in texels
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-copybuffertotexture">GPUCommandEncoder.copyBufferToTexture</a>
   */
  void copyBufferToTexture(
      GpuTexelCopyBufferInfo source, GpuTexelCopyTextureInfo destination, GpuExtent3D copySize);

  /**
   * Copies texels from a texture into a buffer. Rows in the buffer are aligned: its {@code
   * bytesPerRow}, if given, is a multiple of 256.
   *
   * <p>Invalidates the encoder if the texels do not fit into either of them, a usage is missing, or
   * the aspect or format cannot be copied like that.
   *
   * @param copySize how much, in texels
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-copytexturetobuffer">GPUCommandEncoder.copyTextureToBuffer</a>
   */
  void copyTextureToBuffer(
      GpuTexelCopyTextureInfo source, GpuTexelCopyBufferInfo destination, GpuExtent3D copySize);

  /**
   * Copies texels between textures whose formats differ in nothing but sRGB and whose sample counts
   * are the same, or between parts of one texture that do not share a subresource.
   *
   * <p>Invalidates the encoder if they do not go together like that, or the texels do not fit into
   * either.
   *
   * @param copySize how much, in texels
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-copytexturetotexture">GPUCommandEncoder.copyTextureToTexture</a>
   */
  void copyTextureToTexture(
      GpuTexelCopyTextureInfo source, GpuTexelCopyTextureInfo destination, GpuExtent3D copySize);

  /**
   * Sets bytes of a buffer to zero.
   *
   * <p>Invalidates the encoder if the buffer lacks {@code COPY_DST} or is too short, or if a number
   * is no multiple of 4.
   *
   * @param offset the first byte, a multiple of 4; null: 0
   * @param size how many bytes, a multiple of 4; null: the rest of the buffer
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-clearbuffer">GPUCommandEncoder.clearBuffer</a>
   */
  void clearBuffer(
      @Borrow GpuBuffer buffer, @Nullable @GpuSize64 Long offset, @Nullable @GpuSize64 Long size);

  /**
   * Writes results of queries into a buffer, 8 bytes each, little endian. A query that was never
   * written gives 0.
   *
   * <p>Invalidates the encoder if the set has fewer queries, or the buffer is too short or lacks
   * {@code QUERY_RESOLVE}.
   *
   * @param firstQuery the first query
   * @param queryCount how many queries
   * @param destinationOffset where the first result goes, in bytes, a multiple of 256
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-resolvequeryset">GPUCommandEncoder.resolveQuerySet</a>
   */
  void resolveQuerySet(
      @Borrow GpuQuerySet querySet,
      @GpuSize32 int firstQuery,
      @GpuSize32 int queryCount,
      @Borrow GpuBuffer destination,
      @GpuSize64 long destinationOffset);

  /**
   * Ends the recording.
   *
   * <p>Validation error, and the command buffer is invalid, if a recorded call was wrong, a pass is
   * still open, debug groups are not balanced, or the encoder is finished already.
   *
   * @param descriptor a label; null: none
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpucommandencoder-finish">GPUCommandEncoder.finish</a>
   */
  GpuCommandBuffer finish(@Nullable GpuCommandBufferDescriptor descriptor);

  /** {@link #beginComputePass(GpuComputePassDescriptor)} with no descriptor. */
  default GpuComputePassEncoder beginComputePass() {
    return beginComputePass(null);
  }

  /**
   * {@link #copyBufferToBuffer(GpuBuffer, Long, GpuBuffer, Long, Long)} with the whole source and
   * the start of the destination.
   */
  default void copyBufferToBuffer(@Borrow GpuBuffer source, @Borrow GpuBuffer destination) {
    copyBufferToBuffer(source, null, destination, null, null);
  }

  /** {@link #clearBuffer(GpuBuffer, Long, Long)} with the whole buffer. */
  default void clearBuffer(@Borrow GpuBuffer buffer) {
    clearBuffer(buffer, null, null);
  }

  /** {@link #finish(GpuCommandBufferDescriptor)} with no descriptor. */
  default GpuCommandBuffer finish() {
    return finish(null);
  }
}
