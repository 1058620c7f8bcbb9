package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuSampler;
import run.radicchio.webgpu.dawn.object.Handle;

/** A sampler. */
record DawnSampler(Handle handle) implements DawnObject, GpuSampler {}
