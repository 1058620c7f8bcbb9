package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to make a query set.
 *
 * @param type the type of its queries
 * @param count how many, at most 4096
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpuquerysetdescriptor">GPUQuerySetDescriptor</a>
 */
public record GpuQuerySetDescriptor(
    GpuQueryType type, @GpuSize32 int count, @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuQuerySetDescriptor of(GpuQueryType type, @GpuSize32 int count) {
    return new GpuQuerySetDescriptor(type, count, null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuQuerySetDescriptor withLabel(String label) {
    return new GpuQuerySetDescriptor(type, count, label);
  }
}
