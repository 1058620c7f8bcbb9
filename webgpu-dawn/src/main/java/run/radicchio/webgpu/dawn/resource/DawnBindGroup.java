package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuBindGroup;
import run.radicchio.webgpu.dawn.object.Handle;

/** A bind group. */
record DawnBindGroup(Handle handle) implements DawnObject, GpuBindGroup {}
