package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to make a queue.
 *
 * @param label a name for messages and tools; null: empty
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpuqueuedescriptor">GPUQueueDescriptor</a>
 */
public record GpuQueueDescriptor(@Nullable String label) {
  /** All defaults. */
  public static GpuQueueDescriptor of() {
    return new GpuQueueDescriptor(null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuQueueDescriptor withLabel(String label) {
    return new GpuQueueDescriptor(label);
  }
}
