package run.radicchio.webgpu;

import run.radicchio.component.wit.Borrow;

/**
 * Where a pipeline's layout comes from.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dom-gpupipelinedescriptorbase-layout">GPUPipelineDescriptorBase.layout</a>
 */
public sealed interface GpuLayoutMode {
  /**
   * It is given.
   *
   * @param layout the layout
   */
  record Specific(@Borrow GpuPipelineLayout layout) implements GpuLayoutMode {}

  /**
   * It is made from the shaders: bind groups for it fit no other pipeline. {@code
   * getBindGroupLayout} of the pipeline gives its parts.
   */
  record Auto() implements GpuLayoutMode {}
}
