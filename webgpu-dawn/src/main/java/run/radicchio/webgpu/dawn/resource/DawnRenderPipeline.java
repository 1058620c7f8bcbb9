package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.GpuRenderPipeline;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPURenderPipeline;
import run.radicchio.webgpu.dawn.object.Handle;
import run.radicchio.webgpu.dawn.object.ObjectKind;

/** A pipeline for render passes. */
record DawnRenderPipeline(Handle handle) implements DawnObject, GpuRenderPipeline {
  @Override
  public GpuBindGroupLayout getBindGroupLayout(int index) {
    try (Call call = Call.begin()) {
      long layout = WGPURenderPipeline.getBindGroupLayout(handle.address(call), index);
      return new DawnBindGroupLayout(
          new Handle(ObjectKind.BIND_GROUP_LAYOUT, layout, handle.lifetime(), ""));
    }
  }
}
