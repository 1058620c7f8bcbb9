package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * How texels lie in a buffer.
 *
 * @param buffer the buffer
 * @param offset where they begin, in bytes, a multiple of a texel block's size; null: 0
 * @param bytesPerRow how many bytes lie from one row of texel blocks to the next, a multiple of
 *     256; may be null if there is one row
 * @param rowsPerImage how many rows of texel blocks lie from one image to the next; may be null if
 *     there is one image
 * @see <a href="https://www.w3.org/TR/webgpu/#gputexelcopybufferinfo">GPUTexelCopyBufferInfo</a>
 */
public record GpuTexelCopyBufferInfo(
    @Borrow GpuBuffer buffer,
    @Nullable @GpuSize64 Long offset,
    @Nullable @GpuSize32 Integer bytesPerRow,
    @Nullable @GpuSize32 Integer rowsPerImage) {
  /** With defaults for all that may be null. */
  public static GpuTexelCopyBufferInfo of(@Borrow GpuBuffer buffer) {
    return new GpuTexelCopyBufferInfo(buffer, null, null, null);
  }

  /** {@return a copy with this {@code offset}} */
  public GpuTexelCopyBufferInfo withOffset(@GpuSize64 long offset) {
    return new GpuTexelCopyBufferInfo(buffer, offset, bytesPerRow, rowsPerImage);
  }

  /** {@return a copy with this {@code bytesPerRow}} */
  public GpuTexelCopyBufferInfo withBytesPerRow(@GpuSize32 int bytesPerRow) {
    return new GpuTexelCopyBufferInfo(buffer, offset, bytesPerRow, rowsPerImage);
  }

  /** {@return a copy with this {@code rowsPerImage}} */
  public GpuTexelCopyBufferInfo withRowsPerImage(@GpuSize32 int rowsPerImage) {
    return new GpuTexelCopyBufferInfo(buffer, offset, bytesPerRow, rowsPerImage);
  }
}
