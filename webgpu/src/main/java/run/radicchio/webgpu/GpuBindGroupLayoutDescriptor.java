package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bind groups of a layout contain.
 *
 * @param entries one for each resource; their order means nothing
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpubindgrouplayoutdescriptor">GPUBindGroupLayoutDescriptor</a>
 */
public record GpuBindGroupLayoutDescriptor(
    List<GpuBindGroupLayoutEntry> entries, @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuBindGroupLayoutDescriptor of(List<GpuBindGroupLayoutEntry> entries) {
    return new GpuBindGroupLayoutDescriptor(entries, null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuBindGroupLayoutDescriptor withLabel(String label) {
    return new GpuBindGroupLayoutDescriptor(entries, label);
  }
}
