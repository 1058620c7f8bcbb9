package run.radicchio.webgpu.dawn.resource;

import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.GpuCommandBufferDescriptor;
import run.radicchio.webgpu.GpuCommandEncoder;
import run.radicchio.webgpu.GpuComputePassDescriptor;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuExtent3D;
import run.radicchio.webgpu.GpuQuerySet;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassEncoder;
import run.radicchio.webgpu.GpuTexelCopyBufferInfo;
import run.radicchio.webgpu.GpuTexelCopyTextureInfo;
import run.radicchio.webgpu.dawn.adapter.Rules;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUCommandEncoder;
import run.radicchio.webgpu.dawn.generated.WGPUCommandEncoderDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUDawnEncoderInternalUsageDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUDevice;
import run.radicchio.webgpu.dawn.generated.WGPUStringView;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;
import run.radicchio.webgpu.dawn.object.Text;

/** An encoder of commands. */
record DawnCommandEncoder(Device device, Handle handle, Recording recording)
    implements DebugCommands, GpuCommandEncoder {
  private static final DebugCommands.Functions DEBUG =
      new DebugCommands.Functions(
          WGPUCommandEncoder::pushDebugGroup,
          WGPUCommandEncoder::popDebugGroup,
          WGPUCommandEncoder::insertDebugMarker);

  /**
   * An encoder of this side, whose commands need not ask for what a texture was made, but only for
   * what it was made inside.
   */
  static DawnCommandEncoder whateverUsages(DawnDevice maker, String label) {
    Device device = maker.device();
    try (Call call = Call.begin()) {
      long extension = call.allocate(WGPUDawnEncoderInternalUsageDescriptor.SIZE);
      WGPUDawnEncoderInternalUsageDescriptor.initialize(extension);
      WGPUDawnEncoderInternalUsageDescriptor.useInternalUsages(extension, true);
      long descriptor = SmallDescriptors.commandEncoder(call, label);
      WGPUCommandEncoderDescriptor.nextInChain(descriptor, extension);
      long encoder = WGPUDevice.createCommandEncoder(maker.handle().address(call), descriptor);
      return new DawnCommandEncoder(
          device,
          device.own(ObjectKind.COMMAND_ENCODER, encoder, label),
          new Recording(device, "the encoder of the host's \"" + label + "\"", null));
    }
  }

  @Override
  public DebugCommands.Functions debugFunctions() {
    return DEBUG;
  }

  @Override
  public GpuRenderPassEncoder beginRenderPass(GpuRenderPassDescriptor descriptor) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      invalidate(call, TransientAttachments.check(descriptor));
      invalidate(call, ClearValues.check(descriptor));
      invalidate(call, RenderTargets.check(descriptor));
      long written =
          RenderPassDescriptors.renderPass(
              call,
              device.adapter().rules() == Rules.WGPU
                  ? StencilOperations.leftOut(descriptor)
                  : descriptor);
      long pass = begin(call, turn, written, WGPUCommandEncoder::beginRenderPass);
      return new DawnRenderPassEncoder(
          device.own(ObjectKind.RENDER_PASS_ENCODER, pass, DawnObject.label(descriptor.label())),
          new Recording(device, "this render pass", recording));
    }
  }

  @Override
  public GpuComputePassEncoder beginComputePass(@Nullable GpuComputePassDescriptor descriptor) {
    GpuComputePassDescriptor given =
        descriptor == null ? GpuComputePassDescriptor.of() : descriptor;
    try (Call call = Call.begin();
        Recording turn = turn()) {
      long written = SmallDescriptors.computePass(call, given);
      long pass = begin(call, turn, written, WGPUCommandEncoder::beginComputePass);
      return new DawnComputePassEncoder(
          device.own(ObjectKind.COMPUTE_PASS_ENCODER, pass, DawnObject.label(given.label())),
          new Recording(device, "this compute pass", recording));
    }
  }

  /**
   * Makes the encoder finish with an error.
   *
   * @param wrong what Dawn would not see; null if that is nothing
   */
  private void invalidate(Call call, @Nullable String wrong) {
    if (wrong == null || recording.hasEnded()) {
      return;
    }
    long view = call.allocate(WGPUStringView.SIZE);
    Text.write(call, view, wrong);
    WGPUCommandEncoder.injectValidationError(handle.address(call), view);
  }

  /** Begins a pass; it goes nowhere if this encoder takes no more. */
  private long begin(Call call, Recording turn, long descriptor, LongBinaryOperator begin) {
    if (turn.accepts()) {
      turn.lock();
      return begin.applyAsLong(handle.address(call), descriptor);
    }
    long nowhere = WGPUDevice.createCommandEncoder(device.address(), 0);
    long pass = begin.applyAsLong(nowhere, descriptor);
    WGPUCommandEncoder.release(nowhere);
    return pass;
  }

  @Override
  public void copyBufferToBuffer(
      GpuBuffer source,
      @Nullable Long sourceOffset,
      GpuBuffer destination,
      @Nullable Long destinationOffset,
      @Nullable Long size) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        long offset = Given.or(sourceOffset, 0);
        WGPUCommandEncoder.copyBufferToBuffer(
            handle.address(call),
            DawnObject.address(call, source),
            offset,
            DawnObject.address(call, destination),
            Given.or(destinationOffset, 0),
            Given.length(size, offset, source.size()));
      }
    }
  }

  @Override
  public void copyBufferToTexture(
      GpuTexelCopyBufferInfo source, GpuTexelCopyTextureInfo destination, GpuExtent3D copySize) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUCommandEncoder.copyBufferToTexture(
            handle.address(call),
            TextureDescriptors.texelCopyBuffer(call, source),
            TextureDescriptors.texelCopyTexture(call, destination),
            TextureDescriptors.extent(call, copySize));
      }
    }
  }

  @Override
  public void copyTextureToBuffer(
      GpuTexelCopyTextureInfo source, GpuTexelCopyBufferInfo destination, GpuExtent3D copySize) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUCommandEncoder.copyTextureToBuffer(
            handle.address(call),
            TextureDescriptors.texelCopyTexture(call, source),
            TextureDescriptors.texelCopyBuffer(call, destination),
            TextureDescriptors.extent(call, copySize));
      }
    }
  }

  @Override
  public void copyTextureToTexture(
      GpuTexelCopyTextureInfo source, GpuTexelCopyTextureInfo destination, GpuExtent3D copySize) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUCommandEncoder.copyTextureToTexture(
            handle.address(call),
            TextureDescriptors.texelCopyTexture(call, source),
            TextureDescriptors.texelCopyTexture(call, destination),
            TextureDescriptors.extent(call, copySize));
      }
    }
  }

  @Override
  public void clearBuffer(GpuBuffer buffer, @Nullable Long offset, @Nullable Long size) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUCommandEncoder.clearBuffer(
            handle.address(call),
            DawnObject.address(call, buffer),
            Given.or(offset, 0),
            Given.orHighest(size));
      }
    }
  }

  @Override
  public void resolveQuerySet(
      GpuQuerySet querySet,
      int firstQuery,
      int queryCount,
      GpuBuffer destination,
      long destinationOffset) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUCommandEncoder.resolveQuerySet(
            handle.address(call),
            DawnObject.address(call, querySet),
            firstQuery,
            queryCount,
            DawnObject.address(call, destination),
            destinationOffset);
      }
    }
  }

  @Override
  public GpuCommandBuffer finish(@Nullable GpuCommandBufferDescriptor descriptor) {
    String label = descriptor == null ? null : descriptor.label();
    try (Call call = Call.begin();
        Recording turn = turn()) {
      long written = SmallDescriptors.commandBuffer(call, label);
      long encoder = handle.address(call);
      turn.finish();
      long commands = WGPUCommandEncoder.finish(encoder, written);
      return new DawnCommandBuffer(
          device.own(ObjectKind.COMMAND_BUFFER, commands, DawnObject.label(label)));
    }
  }
}
