package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuCommandBuffer;
import run.radicchio.webgpu.dawn.object.Handle;

/** Recorded commands. */
record DawnCommandBuffer(Handle handle) implements DawnObject, GpuCommandBuffer {}
