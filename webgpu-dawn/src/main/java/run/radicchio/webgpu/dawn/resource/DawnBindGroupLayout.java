package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuBindGroupLayout;
import run.radicchio.webgpu.dawn.object.Handle;

/** The layout of bind groups. */
record DawnBindGroupLayout(Handle handle) implements DawnObject, GpuBindGroupLayout {}
