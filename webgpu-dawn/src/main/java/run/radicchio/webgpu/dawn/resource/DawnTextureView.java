package run.radicchio.webgpu.dawn.resource;

import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.dawn.object.Handle;

/**
 * A view of a texture.
 *
 * @param isTransient whether the texture is a transient attachment
 */
record DawnTextureView(Handle handle, GpuTextureFormat format, boolean isTransient)
    implements DawnObject, GpuTextureView {}
