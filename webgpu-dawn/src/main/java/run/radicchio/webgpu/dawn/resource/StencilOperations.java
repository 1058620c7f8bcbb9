package run.radicchio.webgpu.dawn.resource;

import java.util.EnumSet;
import java.util.Set;
import run.radicchio.webgpu.GpuRenderPassDepthStencilAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuTextureFormat;

/** What is done with the stencil of attachments that have none. */
final class StencilOperations {
  private static final Set<GpuTextureFormat> DEPTH_ONLY =
      EnumSet.of(
          GpuTextureFormat.DEPTH16UNORM,
          GpuTextureFormat.DEPTH24PLUS,
          GpuTextureFormat.DEPTH32FLOAT);

  private StencilOperations() {}

  /** A render pass without them; see {@link run.radicchio.webgpu.dawn.adapter.Rules#WGPU}. */
  static GpuRenderPassDescriptor leftOut(GpuRenderPassDescriptor pass) {
    GpuRenderPassDepthStencilAttachment given = pass.depthStencilAttachment();
    if (given == null
        || !DEPTH_ONLY.contains(DawnObject.from(DawnTextureView.class, given.view()).format())) {
      return pass;
    }
    return pass.withDepthStencilAttachment(
        new GpuRenderPassDepthStencilAttachment(
            given.view(),
            given.depthClearValue(),
            given.depthLoadOp(),
            given.depthStoreOp(),
            given.depthReadOnly(),
            given.stencilClearValue(),
            null,
            null,
            given.stencilReadOnly()));
  }
}
