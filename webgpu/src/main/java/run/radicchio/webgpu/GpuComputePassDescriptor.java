package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to begin a compute pass.
 *
 * @param timestampWrites the timestamps that it writes; null: none
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpucomputepassdescriptor">GPUComputePassDescriptor</a>
 */
public record GpuComputePassDescriptor(
    @Nullable GpuComputePassTimestampWrites timestampWrites, @Nullable String label) {
  /** All defaults. */
  public static GpuComputePassDescriptor of() {
    return new GpuComputePassDescriptor(null, null);
  }

  /** {@return a copy with this {@code timestampWrites}} */
  public GpuComputePassDescriptor withTimestampWrites(
      GpuComputePassTimestampWrites timestampWrites) {
    return new GpuComputePassDescriptor(timestampWrites, label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuComputePassDescriptor withLabel(String label) {
    return new GpuComputePassDescriptor(timestampWrites, label);
  }
}
