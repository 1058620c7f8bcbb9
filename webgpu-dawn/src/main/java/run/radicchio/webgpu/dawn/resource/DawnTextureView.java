package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuTextureDescriptor;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.dawn.object.Handle;

/**
 * A view of a texture.
 *
 * @param texture what its texture was made with
 */
record DawnTextureView(Handle handle, GpuTextureFormat format, GpuTextureDescriptor texture)
    implements DawnObject, GpuTextureView {}
