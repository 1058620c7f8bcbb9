package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuQuerySet;
import run.radicchio.webgpu.GpuQueryType;
import run.radicchio.webgpu.dawn.ffm.Call;
import run.radicchio.webgpu.dawn.generated.WGPUQuerySet;
import run.radicchio.webgpu.dawn.object.Handle;

/** A set of queries. */
record DawnQuerySet(Handle handle, GpuQueryType type, int count)
    implements DawnObject, GpuQuerySet {
  @Override
  public GpuQueryType type() {
    handle.checkOpen();
    return type;
  }

  @Override
  public int count() {
    handle.checkOpen();
    return count;
  }

  @Override
  public void destroy() {
    try (Call call = Call.begin()) {
      WGPUQuerySet.destroy(handle.address(call));
    }
  }
}
