package run.radicchio.webgpu;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitResource;

/**
 * A block of memory that the GPU can use.
 *
 * <p>The CPU reaches it only while it is mapped: see the package's page. While it is mapped, or
 * about to be, the GPU cannot use it.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpubuffer">GPUBuffer</a>
 */
@WitResource
public interface GpuBuffer extends GpuObject {
  /**
   * Its size in bytes.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-size">GPUBuffer.size</a>
   */
  @GpuSize64Out
  long size();

  /**
   * What it was made for.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-usage">GPUBuffer.usage</a>
   */
  Set<GpuBufferUsage> usage();

  /**
   * Whether it is mapped, or about to be.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-mapstate">GPUBuffer.mapState</a>
   */
  GpuBufferMapState mapState();

  /**
   * Maps a range for the CPU: for reading, once the GPU has finished the submitted work that uses
   * the buffer, or for writing. When the stage completes, {@link #getMappedRangeGetWithCopy} and
   * {@link #getMappedRangeSetWithCopy} reach the range, until {@link #unmap}.
   *
   * @param mode {@code READ} for a buffer of usage {@code MAP_READ}, or {@code WRITE} for one of
   *     usage {@code MAP_WRITE}; never both
   * @param offset where the range begins, in bytes, a multiple of 8; null: 0
   * @param size how long the range is, in bytes, a multiple of 4; null: to the end of the buffer
   * @throws MapAsyncException through the stage: {@code operation-error} if the buffer is mapped
   *     already or about to be, or the range, mode or usage is wrong (which is a validation error
   *     too); {@code abort-error} if {@link #unmap} or {@link #destroy} was called first or the
   *     device was lost; {@code range-error} if there is no memory to map into
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-mapasync">GPUBuffer.mapAsync</a>
   */
  CompletionStage<Void> mapAsync(
      Set<GpuMapMode> mode, @Nullable @GpuSize64 Long offset, @Nullable @GpuSize64 Long size)
      throws MapAsyncException;

  /**
   * Copies bytes out of the mapped range, to where its caller wants them.
   *
   * @param offset the first byte, counted from the start of the buffer, a multiple of 8; null: 0
   * @param size how many bytes, a multiple of 4; null: to the end of the buffer
   * @return copies, while the range is mapped: it is given what makes a buffer of so many bytes,
   *     such as {@code ByteBuffer::allocate}, fills one from position to limit, and returns it;
   *     throws {@code IllegalStateException} if the range is no longer mapped
   * @throws GetMappedRangeException {@code operation-error} if the buffer is not mapped, or the
   *     bytes are not all in the mapped range, or not aligned; {@code range-error} if there is no
   *     memory for the copy; {@code type-error} if a number is beyond what the host can count
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-getmappedrange">GPUBuffer.getMappedRange</a>
   */
  @WitName("get-mapped-range-get-with-copy")
  Function<IntFunction<ByteBuffer>, ByteBuffer> getMappedRange(
      @Nullable @GpuSize64 Long offset, @Nullable @GpuSize64 Long size)
      throws GetMappedRangeException;

  /**
   * Ends the mapping: what was written is there for the GPU, and the buffer can be used in
   * submissions again. Bytes set in a buffer mapped for reading are dropped. Does nothing if the
   * buffer is not mapped.
   *
   * @throws UnmapException {@code abort-error} if {@link #mapAsync} was still under way: that is
   *     given up, and its stage completes with {@code abort-error} too
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-unmap">GPUBuffer.unmap</a>
   */
  void unmap() throws UnmapException;

  /**
   * Frees the buffer's memory, as soon as submitted work no longer needs it, and unmaps it. Using
   * the buffer in a later submission is a validation error. A second call does nothing.
   *
   * @see <a href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-destroy">GPUBuffer.destroy</a>
   */
  void destroy();

  /**
   * Copies bytes into the mapped range. They reach the GPU with {@link #unmap}, if the buffer was
   * mapped for writing or at creation.
   *
   * @param data the bytes, from position to limit; as many as {@code size} says
   * @param offset where the first byte goes, counted from the start of the buffer, a multiple of 8;
   *     null: 0
   * @param size how many bytes, a multiple of 4; null: to the end of the buffer
   * @throws GetMappedRangeException {@code operation-error} if the buffer is not mapped, or the
   *     bytes do not all go into the mapped range, or are not aligned, or are not as many as {@code
   *     size} says; {@code range-error} if there is no memory for the copy; {@code type-error} if a
   *     number is beyond what the host can count
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpubuffer-getmappedrange">GPUBuffer.getMappedRange</a>
   */
  void getMappedRangeSetWithCopy(
      ByteBuffer data, @Nullable @GpuSize64 Long offset, @Nullable @GpuSize64 Long size)
      throws GetMappedRangeException;

  /** {@link #mapAsync(Set, Long, Long)} with the whole buffer. */
  default CompletionStage<Void> mapAsync(Set<GpuMapMode> mode) {
    return mapAsync(mode, null, null);
  }

  /**
   * Copies bytes out of the mapped range.
   *
   * @param offset as {@link #getMappedRange} has it
   * @param size as {@link #getMappedRange} has it
   * @return the bytes, from position to limit; a copy, which the buffer's fate does not touch; set
   *     the byte order before reading numbers: GPUs use little endian
   * @throws GetMappedRangeException as {@link #getMappedRange} does
   */
  default ByteBuffer getMappedRangeGetWithCopy(
      @Nullable @GpuSize64 Long offset, @Nullable @GpuSize64 Long size)
      throws GetMappedRangeException {
    return getMappedRange(offset, size).apply(ByteBuffer::allocate);
  }

  /** {@link #getMappedRangeGetWithCopy(Long, Long)} with the whole buffer. */
  default ByteBuffer getMappedRangeGetWithCopy() throws GetMappedRangeException {
    return getMappedRangeGetWithCopy(null, null);
  }

  /** {@link #getMappedRangeSetWithCopy(ByteBuffer, Long, Long)} with the whole buffer. */
  default void getMappedRangeSetWithCopy(ByteBuffer data) throws GetMappedRangeException {
    getMappedRangeSetWithCopy(data, null, null);
  }
}
