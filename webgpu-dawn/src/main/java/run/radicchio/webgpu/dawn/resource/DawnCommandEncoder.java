package run.radicchio.webgpu.dawn.resource;

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
import run.radicchio.webgpu.dawn.ffm.Scratch;
import run.radicchio.webgpu.dawn.generated.WGPUCommandEncoder;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;

/** An encoder of commands. */
record DawnCommandEncoder(Device device, Handle handle)
    implements DebugCommands, GpuCommandEncoder {
  private static final DebugCommands.Functions DEBUG =
      new DebugCommands.Functions(
          WGPUCommandEncoder::pushDebugGroup,
          WGPUCommandEncoder::popDebugGroup,
          WGPUCommandEncoder::insertDebugMarker);

  @Override
  public DebugCommands.Functions debugFunctions() {
    return DEBUG;
  }

  @Override
  public GpuRenderPassEncoder beginRenderPass(GpuRenderPassDescriptor descriptor) {
    try (Scratch scratch = Scratch.open()) {
      long written = RenderPassDescriptors.renderPass(scratch, descriptor);
      long pass = WGPUCommandEncoder.beginRenderPass(handle.address(), written);
      return new DawnRenderPassEncoder(
          device.own(ObjectKind.RENDER_PASS_ENCODER, pass, DawnObject.label(descriptor.label())));
    }
  }

  @Override
  public GpuComputePassEncoder beginComputePass(@Nullable GpuComputePassDescriptor descriptor) {
    GpuComputePassDescriptor given =
        descriptor == null ? GpuComputePassDescriptor.of() : descriptor;
    try (Scratch scratch = Scratch.open()) {
      long written = SmallDescriptors.computePass(scratch, given);
      long pass = WGPUCommandEncoder.beginComputePass(handle.address(), written);
      return new DawnComputePassEncoder(
          device.own(ObjectKind.COMPUTE_PASS_ENCODER, pass, DawnObject.label(given.label())));
    }
  }

  @Override
  public void copyBufferToBuffer(
      GpuBuffer source,
      @Nullable Long sourceOffset,
      GpuBuffer destination,
      @Nullable Long destinationOffset,
      @Nullable Long size) {
    long offset = Given.or(sourceOffset, 0);
    WGPUCommandEncoder.copyBufferToBuffer(
        handle.address(),
        DawnObject.address(source),
        offset,
        DawnObject.address(destination),
        Given.or(destinationOffset, 0),
        Given.length(size, offset, source.size()));
  }

  @Override
  public void copyBufferToTexture(
      GpuTexelCopyBufferInfo source, GpuTexelCopyTextureInfo destination, GpuExtent3D copySize) {
    try (Scratch scratch = Scratch.open()) {
      WGPUCommandEncoder.copyBufferToTexture(
          handle.address(),
          TextureDescriptors.texelCopyBuffer(scratch, source),
          TextureDescriptors.texelCopyTexture(scratch, destination),
          TextureDescriptors.extent(scratch, copySize));
    }
  }

  @Override
  public void copyTextureToBuffer(
      GpuTexelCopyTextureInfo source, GpuTexelCopyBufferInfo destination, GpuExtent3D copySize) {
    try (Scratch scratch = Scratch.open()) {
      WGPUCommandEncoder.copyTextureToBuffer(
          handle.address(),
          TextureDescriptors.texelCopyTexture(scratch, source),
          TextureDescriptors.texelCopyBuffer(scratch, destination),
          TextureDescriptors.extent(scratch, copySize));
    }
  }

  @Override
  public void copyTextureToTexture(
      GpuTexelCopyTextureInfo source, GpuTexelCopyTextureInfo destination, GpuExtent3D copySize) {
    try (Scratch scratch = Scratch.open()) {
      WGPUCommandEncoder.copyTextureToTexture(
          handle.address(),
          TextureDescriptors.texelCopyTexture(scratch, source),
          TextureDescriptors.texelCopyTexture(scratch, destination),
          TextureDescriptors.extent(scratch, copySize));
    }
  }

  @Override
  public void clearBuffer(GpuBuffer buffer, @Nullable Long offset, @Nullable Long size) {
    WGPUCommandEncoder.clearBuffer(
        handle.address(), DawnObject.address(buffer), Given.or(offset, 0), Given.orHighest(size));
  }

  @Override
  public void resolveQuerySet(
      GpuQuerySet querySet,
      int firstQuery,
      int queryCount,
      GpuBuffer destination,
      long destinationOffset) {
    WGPUCommandEncoder.resolveQuerySet(
        handle.address(),
        DawnObject.address(querySet),
        firstQuery,
        queryCount,
        DawnObject.address(destination),
        destinationOffset);
  }

  @Override
  public GpuCommandBuffer finish(@Nullable GpuCommandBufferDescriptor descriptor) {
    String label = descriptor == null ? null : descriptor.label();
    try (Scratch scratch = Scratch.open()) {
      long written = SmallDescriptors.commandBuffer(scratch, label);
      long commands = WGPUCommandEncoder.finish(handle.address(), written);
      return new DawnCommandBuffer(
          device.own(ObjectKind.COMMAND_BUFFER, commands, DawnObject.label(label)));
    }
  }
}
