package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuRenderBundle;
import run.radicchio.webgpu.GpuRenderBundleDescriptor;
import run.radicchio.webgpu.GpuRenderBundleEncoder;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPURenderBundleEncoder;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;

/** The encoder of a render bundle. */
record DawnRenderBundleEncoder(Device device, Handle handle, Recording recording)
    implements DebugCommands, BindingCommands, RenderCommands, GpuRenderBundleEncoder {
  private static final DebugCommands.Functions DEBUG =
      new DebugCommands.Functions(
          WGPURenderBundleEncoder::pushDebugGroup,
          WGPURenderBundleEncoder::popDebugGroup,
          WGPURenderBundleEncoder::insertDebugMarker);

  private static final BindingCommands.Functions BINDING =
      new BindingCommands.Functions(
          WGPURenderBundleEncoder::setBindGroup, DawnRenderBundleEncoder::setImmediates);

  /**
   * Makes the encoder finish with an error: this Dawn reads immediate data of a bundle from where
   * the commands of the pass are, which corrupts the process. An offset that is no multiple of 4 is
   * wrong.
   */
  private static void setImmediates(long encoder, int offset, long data, long size) {
    WGPURenderBundleEncoder.setImmediateData(encoder, size == 0 ? offset : 1, data, 0);
  }

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
    return Render.FUNCTIONS;
  }

  @Override
  public GpuRenderBundle finish(@Nullable GpuRenderBundleDescriptor descriptor) {
    String label = descriptor == null ? null : descriptor.label();
    try (Call call = Call.begin();
        Recording turn = turn()) {
      long written = SmallDescriptors.renderBundle(call, label);
      long encoder = handle.address(call);
      turn.finish();
      long bundle = WGPURenderBundleEncoder.finish(encoder, written);
      return new DawnRenderBundle(
          device.own(ObjectKind.RENDER_BUNDLE, bundle, DawnObject.label(label)));
    }
  }

  private enum Render implements RenderCommands.Functions {
    FUNCTIONS;

    @Override
    public void setPipeline(long encoder, long pipeline) {
      WGPURenderBundleEncoder.setPipeline(encoder, pipeline);
    }

    @Override
    public void setIndexBuffer(long encoder, long buffer, int format, long offset, long size) {
      WGPURenderBundleEncoder.setIndexBuffer(encoder, buffer, format, offset, size);
    }

    @Override
    public void setVertexBuffer(long encoder, int slot, long buffer, long offset, long size) {
      WGPURenderBundleEncoder.setVertexBuffer(encoder, slot, buffer, offset, size);
    }

    @Override
    public void draw(
        long encoder, int vertices, int instances, int firstVertex, int firstInstance) {
      WGPURenderBundleEncoder.draw(encoder, vertices, instances, firstVertex, firstInstance);
    }

    @Override
    public void drawIndexed(
        long encoder,
        int indices,
        int instances,
        int firstIndex,
        int baseVertex,
        int firstInstance) {
      WGPURenderBundleEncoder.drawIndexed(
          encoder, indices, instances, firstIndex, baseVertex, firstInstance);
    }

    @Override
    public void drawIndirect(long encoder, long indirectBuffer, long indirectOffset) {
      WGPURenderBundleEncoder.drawIndirect(encoder, indirectBuffer, indirectOffset);
    }

    @Override
    public void drawIndexedIndirect(long encoder, long indirectBuffer, long indirectOffset) {
      WGPURenderBundleEncoder.drawIndexedIndirect(encoder, indirectBuffer, indirectOffset);
    }
  }
}
