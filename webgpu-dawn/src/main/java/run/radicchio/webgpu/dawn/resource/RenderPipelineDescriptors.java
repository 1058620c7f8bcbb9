package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBlendComponent;
import run.radicchio.webgpu.GpuBlendState;
import run.radicchio.webgpu.GpuColorTargetState;
import run.radicchio.webgpu.GpuDepthStencilState;
import run.radicchio.webgpu.GpuFragmentState;
import run.radicchio.webgpu.GpuMultisampleState;
import run.radicchio.webgpu.GpuPrimitiveState;
import run.radicchio.webgpu.GpuRenderPipelineDescriptor;
import run.radicchio.webgpu.GpuStencilFaceState;
import run.radicchio.webgpu.GpuVertexAttribute;
import run.radicchio.webgpu.GpuVertexBufferLayout;
import run.radicchio.webgpu.GpuVertexState;
import run.radicchio.webgpu.GpuVertexStepMode;
import run.radicchio.webgpu.RecordGpuPipelineConstantValue;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUBlendComponent;
import run.radicchio.webgpu.dawn.generated.WGPUBlendState;
import run.radicchio.webgpu.dawn.generated.WGPUColorTargetState;
import run.radicchio.webgpu.dawn.generated.WGPUDepthStencilState;
import run.radicchio.webgpu.dawn.generated.WGPUFragmentState;
import run.radicchio.webgpu.dawn.generated.WGPUMultisampleState;
import run.radicchio.webgpu.dawn.generated.WGPUOptionalBool;
import run.radicchio.webgpu.dawn.generated.WGPUPrimitiveState;
import run.radicchio.webgpu.dawn.generated.WGPURenderPipelineDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUStencilFaceState;
import run.radicchio.webgpu.dawn.generated.WGPUVertexAttribute;
import run.radicchio.webgpu.dawn.generated.WGPUVertexBufferLayout;
import run.radicchio.webgpu.dawn.generated.WGPUVertexState;
import run.radicchio.webgpu.dawn.object.Text;

/** The descriptor of a render pipeline and its parts. */
final class RenderPipelineDescriptors {
  private RenderPipelineDescriptors() {}

  static long renderPipeline(Call call, GpuRenderPipelineDescriptor from) {
    long to = call.allocate(WGPURenderPipelineDescriptor.SIZE);
    WGPURenderPipelineDescriptor.initialize(to);
    Text.write(call, WGPURenderPipelineDescriptor.label(to), from.label());
    WGPURenderPipelineDescriptor.layout(to, PipelineDescriptors.layout(call, from.layout()));
    write(call, from.vertex(), WGPURenderPipelineDescriptor.vertex(to));
    if (from.primitive() != null) {
      write(from.primitive(), WGPURenderPipelineDescriptor.primitive(to));
    }
    if (from.depthStencil() != null) {
      WGPURenderPipelineDescriptor.depthStencil(to, depthStencil(call, from.depthStencil()));
    }
    if (from.multisample() != null) {
      write(from.multisample(), WGPURenderPipelineDescriptor.multisample(to));
    }
    if (from.fragment() != null) {
      WGPURenderPipelineDescriptor.fragment(to, fragment(call, from.fragment()));
    }
    return to;
  }

  private static void write(Call call, GpuVertexState from, long to) {
    List<RecordGpuPipelineConstantValue.Entry> constants =
        PipelineDescriptors.entries(from.constants());
    List<@Nullable GpuVertexBufferLayout> buffers =
        from.buffers() == null ? List.of() : from.buffers();
    WGPUVertexState.module(to, DawnObject.address(call, from.module()));
    Text.write(call, WGPUVertexState.entryPoint(to), from.entryPoint());
    WGPUVertexState.constantCount(to, constants.size());
    WGPUVertexState.constants(to, PipelineDescriptors.constants(call, constants));
    WGPUVertexState.bufferCount(to, buffers.size());
    WGPUVertexState.buffers(
        to,
        Arrays.structures(
            call, buffers, WGPUVertexBufferLayout.SIZE, RenderPipelineDescriptors::write));
  }

  /** A vertex buffer; Dawn takes one without step mode and attributes for one that is not used. */
  private static void write(Call call, @Nullable GpuVertexBufferLayout from, long to) {
    WGPUVertexBufferLayout.initialize(to);
    if (from == null) {
      return;
    }
    GpuVertexStepMode stepMode = from.stepMode();
    WGPUVertexBufferLayout.stepMode(
        to, Values.of(stepMode == null ? GpuVertexStepMode.VERTEX : stepMode));
    WGPUVertexBufferLayout.arrayStride(to, from.arrayStride());
    WGPUVertexBufferLayout.attributeCount(to, from.attributes().size());
    WGPUVertexBufferLayout.attributes(
        to,
        Arrays.structures(
            call,
            from.attributes(),
            WGPUVertexAttribute.SIZE,
            (_, attribute, at) -> write(attribute, at)));
  }

  private static void write(GpuVertexAttribute from, long to) {
    WGPUVertexAttribute.initialize(to);
    WGPUVertexAttribute.format(to, VertexFormats.of(from.format()));
    WGPUVertexAttribute.offset(to, from.offset());
    WGPUVertexAttribute.shaderLocation(to, from.shaderLocation());
  }

  private static void write(GpuPrimitiveState from, long to) {
    WGPUPrimitiveState.topology(to, Values.of(from.topology()));
    WGPUPrimitiveState.stripIndexFormat(to, Values.of(from.stripIndexFormat()));
    WGPUPrimitiveState.frontFace(to, Values.of(from.frontFace()));
    WGPUPrimitiveState.cullMode(to, Values.of(from.cullMode()));
    WGPUPrimitiveState.unclippedDepth(to, Given.or(from.unclippedDepth(), false));
  }

  private static long depthStencil(Call call, GpuDepthStencilState from) {
    long to = call.allocate(WGPUDepthStencilState.SIZE);
    WGPUDepthStencilState.initialize(to);
    WGPUDepthStencilState.format(to, TextureFormats.of(from.format()));
    WGPUDepthStencilState.depthWriteEnabled(
        to,
        switch (from.depthWriteEnabled()) {
          case null -> WGPUOptionalBool.UNDEFINED;
          case Boolean enabled -> enabled ? WGPUOptionalBool.TRUE : WGPUOptionalBool.FALSE;
        });
    WGPUDepthStencilState.depthCompare(to, Values.of(from.depthCompare()));
    write(from.stencilFront(), WGPUDepthStencilState.stencilFront(to));
    write(from.stencilBack(), WGPUDepthStencilState.stencilBack(to));
    WGPUDepthStencilState.stencilReadMask(to, Given.or(from.stencilReadMask(), -1));
    WGPUDepthStencilState.stencilWriteMask(to, Given.or(from.stencilWriteMask(), -1));
    WGPUDepthStencilState.depthBias(to, Given.or(from.depthBias(), 0));
    WGPUDepthStencilState.depthBiasSlopeScale(to, Given.or(from.depthBiasSlopeScale(), 0f));
    WGPUDepthStencilState.depthBiasClamp(to, Given.or(from.depthBiasClamp(), 0f));
    return to;
  }

  private static void write(@Nullable GpuStencilFaceState from, long to) {
    if (from != null) {
      WGPUStencilFaceState.compare(to, Values.of(from.compare()));
      WGPUStencilFaceState.failOp(to, Values.of(from.failOp()));
      WGPUStencilFaceState.depthFailOp(to, Values.of(from.depthFailOp()));
      WGPUStencilFaceState.passOp(to, Values.of(from.passOp()));
    }
  }

  private static void write(GpuMultisampleState from, long to) {
    WGPUMultisampleState.count(to, Given.or(from.count(), 1));
    WGPUMultisampleState.mask(to, Given.or(from.mask(), -1));
    WGPUMultisampleState.alphaToCoverageEnabled(to, Given.or(from.alphaToCoverageEnabled(), false));
  }

  private static long fragment(Call call, GpuFragmentState from) {
    List<RecordGpuPipelineConstantValue.Entry> constants =
        PipelineDescriptors.entries(from.constants());
    long to = call.allocate(WGPUFragmentState.SIZE);
    WGPUFragmentState.initialize(to);
    WGPUFragmentState.module(to, DawnObject.address(call, from.module()));
    Text.write(call, WGPUFragmentState.entryPoint(to), from.entryPoint());
    WGPUFragmentState.constantCount(to, constants.size());
    WGPUFragmentState.constants(to, PipelineDescriptors.constants(call, constants));
    WGPUFragmentState.targetCount(to, from.targets().size());
    WGPUFragmentState.targets(
        to,
        Arrays.structures(
            call, from.targets(), WGPUColorTargetState.SIZE, RenderPipelineDescriptors::write));
    return to;
  }

  private static void write(Call call, @Nullable GpuColorTargetState from, long to) {
    WGPUColorTargetState.initialize(to);
    if (from == null) {
      return;
    }
    WGPUColorTargetState.format(to, TextureFormats.of(from.format()));
    if (from.blend() != null) {
      WGPUColorTargetState.blend(to, blend(call, from.blend()));
    }
    if (from.writeMask() != null) {
      WGPUColorTargetState.writeMask(to, Masks.of(from.writeMask(), Masks::bit));
    }
  }

  private static long blend(Call call, GpuBlendState from) {
    long to = call.allocate(WGPUBlendState.SIZE);
    WGPUBlendState.initialize(to);
    write(from.color(), WGPUBlendState.color(to));
    write(from.alpha(), WGPUBlendState.alpha(to));
    return to;
  }

  private static void write(GpuBlendComponent from, long to) {
    WGPUBlendComponent.operation(to, Values.of(from.operation()));
    WGPUBlendComponent.srcFactor(to, Values.of(from.srcFactor()));
    WGPUBlendComponent.dstFactor(to, Values.of(from.dstFactor()));
  }
}
