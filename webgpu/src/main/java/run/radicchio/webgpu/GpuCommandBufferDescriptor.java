package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to make a command buffer.
 *
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpucommandbufferdescriptor">GPUCommandBufferDescriptor</a>
 */
public record GpuCommandBufferDescriptor(@Nullable String label) {
  /** All defaults. */
  public static GpuCommandBufferDescriptor of() {
    return new GpuCommandBufferDescriptor(null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuCommandBufferDescriptor withLabel(String label) {
    return new GpuCommandBufferDescriptor(label);
  }
}
