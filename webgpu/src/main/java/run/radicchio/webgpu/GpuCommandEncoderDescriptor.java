package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to make a command encoder.
 *
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpucommandencoderdescriptor">GPUCommandEncoderDescriptor</a>
 */
public record GpuCommandEncoderDescriptor(@Nullable String label) {
  /** All defaults. */
  public static GpuCommandEncoderDescriptor of() {
    return new GpuCommandEncoderDescriptor(null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuCommandEncoderDescriptor withLabel(String label) {
    return new GpuCommandEncoderDescriptor(label);
  }
}
