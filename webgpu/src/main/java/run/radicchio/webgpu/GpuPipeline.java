package run.radicchio.webgpu;

import run.radicchio.component.wit.Unsigned;

/**
 * What compute and render pipelines have in common.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpupipelinebase">GPUPipelineBase</a>
 */
public interface GpuPipeline {
  /**
   * The layout of one of its bind groups: needed for a pipeline with an automatic layout. Each call
   * returns a new handle.
   *
   * <p>Validation error if there can be no such group; one that the shaders do not use has an empty
   * layout.
   *
   * @param index the number of the group, WGSL's {@code @group}
   * @see <a
   *     href="https://www.w3.org/TR/webgpu/#dom-gpupipelinebase-getbindgrouplayout">GPUPipelineBase.getBindGroupLayout</a>
   */
  GpuBindGroupLayout getBindGroupLayout(@Unsigned int index);
}
