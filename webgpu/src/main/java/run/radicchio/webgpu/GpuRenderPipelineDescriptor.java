package run.radicchio.webgpu;

import org.jspecify.annotations.Nullable;

/**
 * How to make a render pipeline.
 *
 * @param vertex the vertex shader and its buffers
 * @param primitive how vertices become primitives; null: a list of triangles, none culled
 * @param depthStencil depth and stencil tests; null: none, and no such attachment
 * @param multisample the samples of the attachments; null: one a pixel
 * @param fragment the fragment shader and its targets; null: only depth and stencil are written
 * @param layout the layout, or {@code auto} to make one from the shaders
 * @param label a name for messages and tools; null: empty
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#dictdef-gpurenderpipelinedescriptor">GPURenderPipelineDescriptor</a>
 */
public record GpuRenderPipelineDescriptor(
    GpuVertexState vertex,
    @Nullable GpuPrimitiveState primitive,
    @Nullable GpuDepthStencilState depthStencil,
    @Nullable GpuMultisampleState multisample,
    @Nullable GpuFragmentState fragment,
    GpuLayoutMode layout,
    @Nullable String label) {
  /** With defaults for all that may be null. */
  public static GpuRenderPipelineDescriptor of(GpuVertexState vertex, GpuLayoutMode layout) {
    return new GpuRenderPipelineDescriptor(vertex, null, null, null, null, layout, null);
  }

  /** {@return a copy with this {@code primitive}} */
  public GpuRenderPipelineDescriptor withPrimitive(GpuPrimitiveState primitive) {
    return new GpuRenderPipelineDescriptor(
        vertex, primitive, depthStencil, multisample, fragment, layout, label);
  }

  /** {@return a copy with this {@code depthStencil}} */
  public GpuRenderPipelineDescriptor withDepthStencil(GpuDepthStencilState depthStencil) {
    return new GpuRenderPipelineDescriptor(
        vertex, primitive, depthStencil, multisample, fragment, layout, label);
  }

  /** {@return a copy with this {@code multisample}} */
  public GpuRenderPipelineDescriptor withMultisample(GpuMultisampleState multisample) {
    return new GpuRenderPipelineDescriptor(
        vertex, primitive, depthStencil, multisample, fragment, layout, label);
  }

  /** {@return a copy with this {@code fragment}} */
  public GpuRenderPipelineDescriptor withFragment(GpuFragmentState fragment) {
    return new GpuRenderPipelineDescriptor(
        vertex, primitive, depthStencil, multisample, fragment, layout, label);
  }

  /** {@return a copy with this {@code label}} */
  public GpuRenderPipelineDescriptor withLabel(String label) {
    return new GpuRenderPipelineDescriptor(
        vertex, primitive, depthStencil, multisample, fragment, layout, label);
  }
}
