package run.radicchio.webgpu.dawn.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuComputePipelineDescriptor;
import run.radicchio.webgpu.GpuLayoutMode;
import run.radicchio.webgpu.GpuShaderModuleDescriptor;
import run.radicchio.webgpu.RecordGpuPipelineConstantValue;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUComputePipelineDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUComputeState;
import run.radicchio.webgpu.dawn.generated.WGPUConstantEntry;
import run.radicchio.webgpu.dawn.generated.WGPUShaderModuleDescriptor;
import run.radicchio.webgpu.dawn.generated.WGPUShaderSourceWGSL;
import run.radicchio.webgpu.dawn.object.Text;

/** Descriptors of shader modules and compute pipelines, and what render pipelines share. */
final class PipelineDescriptors {
  private PipelineDescriptors() {}

  /**
   * A shader module. Its hints are left out: they are only there to save time.
   *
   * @param code takes the place of its own
   */
  static long shaderModule(Call call, GpuShaderModuleDescriptor from, String code) {
    long source = call.allocate(WGPUShaderSourceWGSL.SIZE);
    WGPUShaderSourceWGSL.initialize(source);
    Text.write(call, WGPUShaderSourceWGSL.code(source), code);
    long to = call.allocate(WGPUShaderModuleDescriptor.SIZE);
    WGPUShaderModuleDescriptor.initialize(to);
    WGPUShaderModuleDescriptor.nextInChain(to, source);
    Text.write(call, WGPUShaderModuleDescriptor.label(to), from.label());
    return to;
  }

  static long computePipeline(Call call, GpuComputePipelineDescriptor from) {
    long to = call.allocate(WGPUComputePipelineDescriptor.SIZE);
    WGPUComputePipelineDescriptor.initialize(to);
    Text.write(call, WGPUComputePipelineDescriptor.label(to), from.label());
    WGPUComputePipelineDescriptor.layout(to, layout(call, from.layout()));
    long stage = WGPUComputePipelineDescriptor.compute(to);
    WGPUComputeState.module(stage, DawnObject.address(call, from.compute().module()));
    Text.write(call, WGPUComputeState.entryPoint(stage), from.compute().entryPoint());
    List<RecordGpuPipelineConstantValue.Entry> constants = entries(from.compute().constants());
    WGPUComputeState.constantCount(stage, constants.size());
    WGPUComputeState.constants(stage, constants(call, constants));
    return to;
  }

  /** A pipeline's layout: null lets Dawn make one. */
  static long layout(Call call, GpuLayoutMode mode) {
    return switch (mode) {
      case GpuLayoutMode.Specific(var layout) -> DawnObject.address(call, layout);
      case GpuLayoutMode.Auto() -> 0;
    };
  }

  static List<RecordGpuPipelineConstantValue.Entry> entries(
      @Nullable RecordGpuPipelineConstantValue constants) {
    return constants == null ? List.of() : constants.entries();
  }

  static long constants(Call call, List<RecordGpuPipelineConstantValue.Entry> constants) {
    return Arrays.structures(
        call,
        constants,
        WGPUConstantEntry.SIZE,
        (texts, from, to) -> {
          WGPUConstantEntry.initialize(to);
          Text.write(texts, WGPUConstantEntry.key(to), from.key());
          WGPUConstantEntry.value(to, from.value());
        });
  }
}
