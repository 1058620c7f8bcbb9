package run.radicchio.webgpu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;

/**
 * The bind groups and immediate data that a pipeline uses.
 *
 * @param bindGroupLayouts the layout of each group, WGSL's {@code @group}, in order; null for a
 *     group that is not used
 * @param immediateSize how many bytes of immediate data, a multiple of 4; null: 0
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpupipelinelayoutdescriptor">GPUPipelineLayoutDescriptor</a>
 */
public record GpuPipelineLayoutDescriptor(
    List<@Nullable @Borrow GpuBindGroupLayout> bindGroupLayouts,
    @Nullable @GpuSize32 Integer immediateSize,
    @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuPipelineLayoutDescriptor of(
      List<@Nullable @Borrow GpuBindGroupLayout> bindGroupLayouts) {
    return new GpuPipelineLayoutDescriptor(bindGroupLayouts, null, null);
  }

  /** {@return a copy with this {@code immediateSize}} */
  public GpuPipelineLayoutDescriptor withImmediateSize(@GpuSize32 int immediateSize) {
    return new GpuPipelineLayoutDescriptor(bindGroupLayouts, immediateSize, label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuPipelineLayoutDescriptor withLabel(String label) {
    return new GpuPipelineLayoutDescriptor(bindGroupLayouts, immediateSize, label);
  }
}
