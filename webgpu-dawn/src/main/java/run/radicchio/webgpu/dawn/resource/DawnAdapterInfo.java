package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuAdapterInfo;

/** What guests may know of an adapter. */
record DawnAdapterInfo(
    String vendor,
    String architecture,
    String device,
    String description,
    int subgroupMinSize,
    int subgroupMaxSize,
    boolean isFallbackAdapter)
    implements GpuAdapterInfo {
  @Override
  public void close() {}
}
