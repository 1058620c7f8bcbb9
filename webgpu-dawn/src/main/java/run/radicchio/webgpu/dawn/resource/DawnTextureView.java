package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.dawn.object.Handle;

/** A view of a texture. */
record DawnTextureView(Handle handle) implements DawnObject, GpuTextureView {}
