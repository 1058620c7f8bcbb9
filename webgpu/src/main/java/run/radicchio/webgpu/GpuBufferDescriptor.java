package run.radicchio.webgpu;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to make a buffer.
 *
 * @param size its size in bytes
 * @param usage what it is for
 * @param mappedAtCreation whether it is mapped for writing from the start, whatever its usage; its
 *     size must then be a multiple of 4; null: false
 * @param label a name for messages and tools; null: empty
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpubufferdescriptor">GPUBufferDescriptor</a>
 */
public record GpuBufferDescriptor(
    @GpuSize64 long size,
    Set<GpuBufferUsage> usage,
    @Nullable Boolean mappedAtCreation,
    @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuBufferDescriptor of(@GpuSize64 long size, Set<GpuBufferUsage> usage) {
    return new GpuBufferDescriptor(size, usage, null, null);
  }

  /** {@return a copy with this {@code mappedAtCreation}} */
  public GpuBufferDescriptor withMappedAtCreation(boolean mappedAtCreation) {
    return new GpuBufferDescriptor(size, usage, mappedAtCreation, label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuBufferDescriptor withLabel(String label) {
    return new GpuBufferDescriptor(size, usage, mappedAtCreation, label);
  }
}
