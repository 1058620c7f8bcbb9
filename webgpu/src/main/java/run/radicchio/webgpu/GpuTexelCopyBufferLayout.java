package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How texels lie in bytes.
 *
 * @param offset where they begin, in bytes; null: 0
 * @param bytesPerRow how many bytes lie from one row of texel blocks to the next; may be null if
 *     there is one row
 * @param rowsPerImage how many rows of texel blocks lie from one image to the next; may be null if
 *     there is one image
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#gputexelcopybufferlayout">GPUTexelCopyBufferLayout</a>
 */
public record GpuTexelCopyBufferLayout(
    @Nullable @GpuSize64 Long offset,
    @Nullable @GpuSize32 Integer bytesPerRow,
    @Nullable @GpuSize32 Integer rowsPerImage) {
  /** All defaults. */
  public static GpuTexelCopyBufferLayout of() {
    return new GpuTexelCopyBufferLayout(null, null, null);
  }

  /** {@return a copy with this {@code offset}} */
  public GpuTexelCopyBufferLayout withOffset(@GpuSize64 long offset) {
    return new GpuTexelCopyBufferLayout(offset, bytesPerRow, rowsPerImage);
  }

  /** {@return a copy with this {@code bytesPerRow}} */
  public GpuTexelCopyBufferLayout withBytesPerRow(@GpuSize32 int bytesPerRow) {
    return new GpuTexelCopyBufferLayout(offset, bytesPerRow, rowsPerImage);
  }

  /** {@return a copy with this {@code rowsPerImage}} */
  public GpuTexelCopyBufferLayout withRowsPerImage(@GpuSize32 int rowsPerImage) {
    return new GpuTexelCopyBufferLayout(offset, bytesPerRow, rowsPerImage);
  }
}
