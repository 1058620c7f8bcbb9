package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuQuerySet;
import run.radicchio.webgpu.GpuQueryType;
import run.radicchio.webgpu.dawn.generated.WGPUQuerySet;
import run.radicchio.webgpu.dawn.object.Handle;

/** A set of queries. */
record DawnQuerySet(Handle handle, GpuQueryType type, int count)
    implements DawnObject, GpuQuerySet {
  @Override
  public GpuQueryType type() {
    handle.address();
    return type;
  }

  @Override
  public int count() {
    handle.address();
    return count;
  }

  @Override
  public void destroy() {
    WGPUQuerySet.destroy(handle.address());
  }
}
