package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuColor;
import run.radicchio.webgpu.GpuRenderBundleEncoderDescriptor;
import run.radicchio.webgpu.GpuRenderPassColorAttachment;
import run.radicchio.webgpu.GpuRenderPassDepthStencilAttachment;
import run.radicchio.webgpu.GpuRenderPassDescriptor;
import run.radicchio.webgpu.GpuRenderPassTimestampWrites;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUColor;
import run.radicchio.webgpu.dawn.generated.WGPURenderBundleEncoderDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassColorAttachment;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassDepthStencilAttachment;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPURenderPassMaxDrawCount;
import run.radicchio.webgpu.dawn.object.Text;

/** Descriptors of render passes and of encoders of bundles for them. */
final class RenderPassDescriptors {
  private RenderPassDescriptors() {}

  static long renderPass(Call call, GpuRenderPassDescriptor from) {
    long to = call.allocate(WGPURenderPassDescriptor.SIZE);
    WGPURenderPassDescriptor.initialize(to);
    Text.write(call, WGPURenderPassDescriptor.label(to), from.label());
    WGPURenderPassDescriptor.colorAttachmentCount(to, from.colorAttachments().size());
    WGPURenderPassDescriptor.colorAttachments(
        to,
        Arrays.structures(
            call,
            from.colorAttachments(),
            WGPURenderPassColorAttachment.SIZE,
            RenderPassDescriptors::write));
    if (from.depthStencilAttachment() != null) {
      WGPURenderPassDescriptor.depthStencilAttachment(
          to, depthStencil(call, from.depthStencilAttachment()));
    }
    WGPURenderPassDescriptor.occlusionQuerySet(
        to, DawnObject.addressOrNull(call, from.occlusionQuerySet()));
    GpuRenderPassTimestampWrites writes = from.timestampWrites();
    if (writes != null) {
      long timestamps =
          SmallDescriptors.timestampWrites(
              call,
              DawnObject.address(call, writes.querySet()),
              writes.beginningOfPassWriteIndex(),
              writes.endOfPassWriteIndex());
      WGPURenderPassDescriptor.timestampWrites(to, timestamps);
    }
    if (from.maxDrawCount() != null) {
      WGPURenderPassDescriptor.nextInChain(to, maxDrawCount(call, from.maxDrawCount()));
    }
    return to;
  }

  private static long maxDrawCount(Call call, long count) {
    long to = call.allocate(WGPURenderPassMaxDrawCount.SIZE);
    WGPURenderPassMaxDrawCount.initialize(to);
    WGPURenderPassMaxDrawCount.maxDrawCount(to, count);
    return to;
  }

  private static void write(Call call, @Nullable GpuRenderPassColorAttachment from, long to) {
    WGPURenderPassColorAttachment.initialize(to);
    if (from == null) {
      return;
    }
    WGPURenderPassColorAttachment.view(to, DawnObject.address(call, from.view()));
    WGPURenderPassColorAttachment.depthSlice(to, Given.orHighest(from.depthSlice()));
    WGPURenderPassColorAttachment.resolveTarget(
        to, DawnObject.addressOrNull(call, from.resolveTarget()));
    WGPURenderPassColorAttachment.loadOp(to, Values.of(from.loadOp()));
    WGPURenderPassColorAttachment.storeOp(to, Values.of(from.storeOp()));
    if (from.clearValue() != null) {
      write(from.clearValue(), WGPURenderPassColorAttachment.clearValue(to));
    }
  }

  private static long depthStencil(Call call, GpuRenderPassDepthStencilAttachment from) {
    long to = call.allocate(WGPURenderPassDepthStencilAttachment.SIZE);
    WGPURenderPassDepthStencilAttachment.initialize(to);
    WGPURenderPassDepthStencilAttachment.view(to, DawnObject.address(call, from.view()));
    WGPURenderPassDepthStencilAttachment.depthLoadOp(to, Values.of(from.depthLoadOp()));
    WGPURenderPassDepthStencilAttachment.depthStoreOp(to, Values.of(from.depthStoreOp()));
    WGPURenderPassDepthStencilAttachment.depthClearValue(
        to, Given.or(from.depthClearValue(), Float.NaN));
    WGPURenderPassDepthStencilAttachment.depthReadOnly(to, Given.or(from.depthReadOnly(), false));
    WGPURenderPassDepthStencilAttachment.stencilLoadOp(to, Values.of(from.stencilLoadOp()));
    WGPURenderPassDepthStencilAttachment.stencilStoreOp(to, Values.of(from.stencilStoreOp()));
    WGPURenderPassDepthStencilAttachment.stencilClearValue(
        to, Given.or(from.stencilClearValue(), 0));
    WGPURenderPassDepthStencilAttachment.stencilReadOnly(
        to, Given.or(from.stencilReadOnly(), false));
    return to;
  }

  static long color(Call call, GpuColor from) {
    long to = call.allocate(WGPUColor.SIZE);
    write(from, to);
    return to;
  }

  private static void write(GpuColor from, long to) {
    WGPUColor.r(to, from.r());
    WGPUColor.g(to, from.g());
    WGPUColor.b(to, from.b());
    WGPUColor.a(to, from.a());
  }

  static long renderBundleEncoder(Call call, GpuRenderBundleEncoderDescriptor from) {
    long to = call.allocate(WGPURenderBundleEncoderDescriptor.SIZE);
    WGPURenderBundleEncoderDescriptor.initialize(to);
    Text.write(call, WGPURenderBundleEncoderDescriptor.label(to), from.label());
    WGPURenderBundleEncoderDescriptor.colorFormatCount(to, from.colorFormats().size());
    WGPURenderBundleEncoderDescriptor.colorFormats(
        to, Arrays.values(call, from.colorFormats(), TextureFormats::of));
    WGPURenderBundleEncoderDescriptor.depthStencilFormat(
        to, TextureFormats.of(from.depthStencilFormat()));
    WGPURenderBundleEncoderDescriptor.sampleCount(to, Given.or(from.sampleCount(), 1));
    WGPURenderBundleEncoderDescriptor.depthReadOnly(to, Given.or(from.depthReadOnly(), false));
    WGPURenderBundleEncoderDescriptor.stencilReadOnly(to, Given.or(from.stencilReadOnly(), false));
    return to;
  }
}
