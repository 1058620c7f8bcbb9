package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * A range of a buffer.
 *
 * @param buffer the buffer
 * @param offset where the range begins, in bytes, a multiple of the device's least alignment for
 *     such bindings; null: 0
 * @param size how long it is, in bytes; null: to the end of the buffer
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpubufferbinding">GPUBufferBinding</a>
 */
public record GpuBufferBinding(
    @Borrow GpuBuffer buffer, @Nullable @GpuSize64 Long offset, @Nullable @GpuSize64 Long size) {
  /** With defaults for all that may be null. */
  public static GpuBufferBinding of(@Borrow GpuBuffer buffer) {
    return new GpuBufferBinding(buffer, null, null);
  }

  /** {@return a copy with this {@code offset}} */
  public GpuBufferBinding withOffset(@GpuSize64 long offset) {
    return new GpuBufferBinding(buffer, offset, size);
  }

  /** {@return a copy with this {@code size}} */
  public GpuBufferBinding withSize(@GpuSize64 long size) {
    return new GpuBufferBinding(buffer, offset, size);
  }
}
