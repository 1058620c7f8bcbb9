package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuRenderBundle;
import run.radicchio.webgpu.dawn.object.Handle;

/** Recorded render commands. */
record DawnRenderBundle(Handle handle) implements DawnObject, GpuRenderBundle {}
