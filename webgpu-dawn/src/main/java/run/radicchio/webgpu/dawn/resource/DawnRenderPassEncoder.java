package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import run.radicchio.webgpu.GpuColor;
import run.radicchio.webgpu.GpuRenderBundle;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassEncoder;
import run.radicchio.webgpu.dawn.object.Handle;

/** The encoder of a render pass. */
record DawnRenderPassEncoder(Handle handle, Recording recording)
    implements DebugCommands, BindingCommands, RenderCommands, GpuRenderPassEncoder {
  private static final DebugCommands.Functions DEBUG =
      new DebugCommands.Functions(
          WGPURenderPassEncoder::pushDebugGroup,
          WGPURenderPassEncoder::popDebugGroup,
          WGPURenderPassEncoder::insertDebugMarker);

  /** Dawn's functions that bind. */
  static final BindingCommands.Functions BINDING =
      new BindingCommands.Functions(
          WGPURenderPassEncoder::setBindGroup, WGPURenderPassEncoder::setImmediateData);

  /** Dawn's functions that draw. */
  static final RenderCommands.Functions RENDER = Render.FUNCTIONS;

  @Override
  public DebugCommands.Functions debugFunctions() {
    return DEBUG;
  }

  @Override
  public BindingCommands.Functions bindingFunctions() {
    return BINDING;
  }

  @Override
  public RenderCommands.Functions renderFunctions() {
    return RENDER;
  }

  @Override
  public void setViewport(
      float x, float y, float width, float height, float minDepth, float maxDepth) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPURenderPassEncoder.setViewport(
            handle.address(call), x, y, width, height, minDepth, maxDepth);
      }
    }
  }

  @Override
  public void setScissorRect(int x, int y, int width, int height) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPURenderPassEncoder.setScissorRect(handle.address(call), x, y, width, height);
      }
    }
  }

  @Override
  public void setBlendConstant(GpuColor color) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPURenderPassEncoder.setBlendConstant(
            handle.address(call), RenderPassDescriptors.color(call, color));
      }
    }
  }

  @Override
  public void setStencilReference(int reference) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPURenderPassEncoder.setStencilReference(handle.address(call), reference);
      }
    }
  }

  @Override
  public void beginOcclusionQuery(int queryIndex) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPURenderPassEncoder.beginOcclusionQuery(handle.address(call), queryIndex);
      }
    }
  }

  @Override
  public void endOcclusionQuery() {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPURenderPassEncoder.endOcclusionQuery(handle.address(call));
      }
    }
  }

  @Override
  public void executeBundles(List<GpuRenderBundle> bundles) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        DawnRenderBundle.execute(call, handle.address(call), bundles);
      }
    }
  }

  @Override
  public void end() {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      long pass = handle.address(call);
      if (turn.end()) {
        WGPURenderPassEncoder.end(pass);
      }
    }
  }

  private enum Render implements RenderCommands.Functions {
    FUNCTIONS;

    @Override
    public void setPipeline(long encoder, long pipeline) {
      WGPURenderPassEncoder.setPipeline(encoder, pipeline);
    }

    @Override
    public void setIndexBuffer(long encoder, long buffer, int format, long offset, long size) {
      WGPURenderPassEncoder.setIndexBuffer(encoder, buffer, format, offset, size);
    }

    @Override
    public void setVertexBuffer(long encoder, int slot, long buffer, long offset, long size) {
      WGPURenderPassEncoder.setVertexBuffer(encoder, slot, buffer, offset, size);
    }

    @Override
    public void draw(
        long encoder, int vertices, int instances, int firstVertex, int firstInstance) {
      WGPURenderPassEncoder.draw(encoder, vertices, instances, firstVertex, firstInstance);
    }

    @Override
    public void drawIndexed(
        long encoder,
        int indices,
        int instances,
        int firstIndex,
        int baseVertex,
        int firstInstance) {
      WGPURenderPassEncoder.drawIndexed(
          encoder, indices, instances, firstIndex, baseVertex, firstInstance);
    }

    @Override
    public void drawIndirect(long encoder, long indirectBuffer, long indirectOffset) {
      WGPURenderPassEncoder.drawIndirect(encoder, indirectBuffer, indirectOffset);
    }

    @Override
    public void drawIndexedIndirect(long encoder, long indirectBuffer, long indirectOffset) {
      WGPURenderPassEncoder.drawIndexedIndirect(encoder, indirectBuffer, indirectOffset);
    }
  }
}
