package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuPipelineLayout;
import run.radicchio.webgpu.dawn.object.Handle;

/** The layout of a pipeline. */
record DawnPipelineLayout(Handle handle) implements DawnObject, GpuPipelineLayout {}
