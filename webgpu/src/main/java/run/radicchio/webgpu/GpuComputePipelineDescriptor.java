package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to make a compute pipeline.
 *
 * @param compute the shader
 * @param layout the layout, or {@code auto} to make one from the shader
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpucomputepipelinedescriptor">GPUComputePipelineDescriptor</a>
 */
public record GpuComputePipelineDescriptor(
    GpuProgrammableStage compute, GpuLayoutMode layout, @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuComputePipelineDescriptor of(
      GpuProgrammableStage compute, GpuLayoutMode layout) {
    return new GpuComputePipelineDescriptor(compute, layout, null);
  }

  /** {@return a copy with this {@code label}} */
  public GpuComputePipelineDescriptor withLabel(String label) {
    return new GpuComputePipelineDescriptor(compute, layout, label);
  }
}
