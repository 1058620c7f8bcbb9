package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * What render passes and bundles have in common: draws.
 *
 * <p>A draw invalidates the encoder if no pipeline is set, if bind groups or vertex buffers that
 * its pipeline needs are not set or do not fit, or if it reads beyond the end of a vertex or index
 * buffer.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpurendercommandsmixin">GPURenderCommandsMixin</a>
 */
public interface GpuRenderCommands {
  /**
   * Sets the pipeline of the draws that follow.
   *
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurendercommandsmixin-setpipeline">GPURenderCommandsMixin.setPipeline</a>
   */
  void setPipeline(@Borrow GpuRenderPipeline pipeline);

  /**
   * Sets the index buffer of the indexed draws that follow.
   *
   * @param buffer a buffer of usage {@code INDEX}
   * @param indexFormat the format of its indices
   * @param offset where they begin, in bytes, a multiple of an index's size; null: 0
   * @param size how many bytes they take; null: the rest of the buffer
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurendercommandsmixin-setindexbuffer">GPURenderCommandsMixin.setIndexBuffer</a>
   */
  void setIndexBuffer(
      @Borrow GpuBuffer buffer,
      GpuIndexFormat indexFormat,
      @Nullable @GpuSize64 Long offset,
      @Nullable @GpuSize64 Long size);

  /**
   * Sets a vertex buffer of the draws that follow.
   *
   * @param slot the number of the buffer in {@link GpuVertexState#buffers}
   * @param buffer a buffer of usage {@code VERTEX}; null: takes the one there away
   * @param offset where its elements begin, in bytes, a multiple of 4; null: 0
   * @param size how many bytes they take; null: the rest of the buffer
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurendercommandsmixin-setvertexbuffer">GPURenderCommandsMixin.setVertexBuffer</a>
   */
  void setVertexBuffer(
      @GpuIndex32 int slot,
      @Nullable @Borrow GpuBuffer buffer,
      @Nullable @GpuSize64 Long offset,
      @Nullable @GpuSize64 Long size);

  /**
   * Draws primitives.
   *
   * @param vertexCount how many vertices
   * @param instanceCount how often; null: 1
   * @param firstVertex the first vertex; null: 0
   * @param firstInstance the first instance; null: 0
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurendercommandsmixin-draw">GPURenderCommandsMixin.draw</a>
   */
  void draw(
      @GpuSize32 int vertexCount,
      @Nullable @GpuSize32 Integer instanceCount,
      @Nullable @GpuSize32 Integer firstVertex,
      @Nullable @GpuSize32 Integer firstInstance);

  /**
   * Draws primitives whose vertices an index buffer names.
   *
   * @param indexCount how many indices
   * @param instanceCount how often; null: 1
   * @param firstIndex the first index, counted from the start of what {@link #setIndexBuffer} set;
   *     null: 0
   * @param baseVertex added to each index; null: 0
   * @param firstInstance the first instance; null: 0
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurendercommandsmixin-drawindexed">GPURenderCommandsMixin.drawIndexed</a>
   */
  void drawIndexed(
      @GpuSize32 int indexCount,
      @Nullable @GpuSize32 Integer instanceCount,
      @Nullable @GpuSize32 Integer firstIndex,
      @Nullable @GpuSignedOffset32 Integer baseVertex,
      @Nullable @GpuSize32 Integer firstInstance);

  /**
   * Draws primitives. The four numbers of {@link #draw}, unsigned integers of 32 bits, are read
   * from a buffer when the GPU comes to it. A first instance other than 0 needs the feature {@code
   * indirect-first-instance}; without it nothing is drawn.
   *
   * @param indirectBuffer a buffer of usage {@code INDIRECT}
   * @param indirectOffset where the numbers are, in bytes, a multiple of 4
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurendercommandsmixin-drawindirect">GPURenderCommandsMixin.drawIndirect</a>
   */
  void drawIndirect(@Borrow GpuBuffer indirectBuffer, @GpuSize64 long indirectOffset);

  /**
   * Draws primitives whose vertices an index buffer names. The five numbers of {@link
   * #drawIndexed}, integers of 32 bits, are read from a buffer when the GPU comes to it. A first
   * instance other than 0 needs the feature {@code indirect-first-instance}; without it nothing is
   * drawn.
   *
   * @param indirectBuffer a buffer of usage {@code INDIRECT}
   * @param indirectOffset where the numbers are, in bytes, a multiple of 4
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpurendercommandsmixin-drawindexedindirect">GPURenderCommandsMixin.drawIndexedIndirect</a>
   */
  void drawIndexedIndirect(@Borrow GpuBuffer indirectBuffer, @GpuSize64 long indirectOffset);

  /** {@link #setIndexBuffer(GpuBuffer, GpuIndexFormat, Long, Long)} with the whole buffer. */
  default void setIndexBuffer(@Borrow GpuBuffer buffer, GpuIndexFormat indexFormat) {
    setIndexBuffer(buffer, indexFormat, null, null);
  }

  /** {@link #setVertexBuffer(int, GpuBuffer, Long, Long)} with the whole buffer. */
  default void setVertexBuffer(@GpuIndex32 int slot, @Nullable @Borrow GpuBuffer buffer) {
    setVertexBuffer(slot, buffer, null, null);
  }

  /** {@link #draw(int, Integer, Integer, Integer)} with one instance. */
  default void draw(@GpuSize32 int vertexCount) {
    draw(vertexCount, null, null, null);
  }

  /** {@link #drawIndexed(int, Integer, Integer, Integer, Integer)} with one instance. */
  default void drawIndexed(@GpuSize32 int indexCount) {
    drawIndexed(indexCount, null, null, null, null);
  }
}
