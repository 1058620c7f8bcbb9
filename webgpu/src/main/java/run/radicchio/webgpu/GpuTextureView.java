package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * A texture, or a part of it, as a shader or a render pass sees it. It keeps its texture alive, but
 * not from being destroyed.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gputextureview">GPUTextureView</a>
 */
@WitResource
public interface GpuTextureView extends GpuObject {}
