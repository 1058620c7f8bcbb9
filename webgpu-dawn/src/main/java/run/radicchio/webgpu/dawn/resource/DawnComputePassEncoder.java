package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuBuffer;
import run.radicchio.webgpu.GpuComputePassEncoder;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUComputePassEncoder;
import run.radicchio.webgpu.dawn.object.Handle;

/** The encoder of a compute pass. */
record DawnComputePassEncoder(Handle handle, Recording recording)
    implements DebugCommands, BindingCommands, GpuComputePassEncoder {
  private static final DebugCommands.Functions DEBUG =
      new DebugCommands.Functions(
          WGPUComputePassEncoder::pushDebugGroup,
          WGPUComputePassEncoder::popDebugGroup,
          WGPUComputePassEncoder::insertDebugMarker);

  private static final BindingCommands.Functions BINDING =
      new BindingCommands.Functions(
          WGPUComputePassEncoder::setBindGroup, WGPUComputePassEncoder::setImmediateData);

  @Override
  public DebugCommands.Functions debugFunctions() {
    return DEBUG;
  }

  @Override
  public BindingCommands.Functions bindingFunctions() {
    return BINDING;
  }

  @Override
  public void setPipeline(GpuComputePipeline pipeline) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUComputePassEncoder.setPipeline(
            handle.address(call), DawnObject.address(call, pipeline));
      }
    }
  }

  @Override
  public void dispatchWorkgroups(int countX, @Nullable Integer countY, @Nullable Integer countZ) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUComputePassEncoder.dispatchWorkgroups(
            handle.address(call), countX, Given.or(countY, 1), Given.or(countZ, 1));
      }
    }
  }

  @Override
  public void dispatchWorkgroupsIndirect(GpuBuffer indirectBuffer, long indirectOffset) {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      if (turn.accepts()) {
        WGPUComputePassEncoder.dispatchWorkgroupsIndirect(
            handle.address(call), DawnObject.address(call, indirectBuffer), indirectOffset);
      }
    }
  }

  @Override
  public void end() {
    try (Call call = Call.begin();
        Recording turn = turn()) {
      long pass = handle.address(call);
      if (turn.end()) {
        WGPUComputePassEncoder.end(pass);
      }
    }
  }
}
