package run.radicchio.webgpu.dawn.resource;

import org.jspecify.annotations.Nullable;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.GpuTextureView;
import run.radicchio.webgpu.dawn.object.Handle;

/**
 * A view of a texture.
 *
 * @param transientFormat the format of the texture, if it is a transient attachment
 */
record DawnTextureView(Handle handle, @Nullable GpuTextureFormat transientFormat)
    implements DawnObject, GpuTextureView {}
