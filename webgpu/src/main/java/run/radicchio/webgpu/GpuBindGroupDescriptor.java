package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * Which resources a bind group binds.
 *
 * @param layout its layout
 * @param entries one for each entry of the layout, in any order
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpubindgroupdescriptor">GPUBindGroupDescriptor</a>
 */
public record GpuBindGroupDescriptor(
    @Borrow GpuBindGroupLayout layout, List<GpuBindGroupEntry> entries, @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuBindGroupDescriptor of(
      @Borrow GpuBindGroupLayout layout, List<GpuBindGroupEntry> entries) {
    return new GpuBindGroupDescriptor(layout, entries, null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuBindGroupDescriptor withLabel(String label) {
    return new GpuBindGroupDescriptor(layout, entries, label);
  }
}
