package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuComputePipeline;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUComputePipeline;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;

/** A pipeline for compute passes. */
record DawnComputePipeline(Handle handle) implements DawnObject, GpuComputePipeline {
  @Override
  public GpuBindGroupLayout getBindGroupLayout(int index) {
    try (Call call = Call.begin()) {
      long layout = WGPUComputePipeline.getBindGroupLayout(handle.address(call), index);
      return new DawnBindGroupLayout(
          new Handle(ObjectKind.BIND_GROUP_LAYOUT, layout, handle.lifetime(), ""));
    }
  }
}
