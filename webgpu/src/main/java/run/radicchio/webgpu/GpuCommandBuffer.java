package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * Recorded commands, to be submitted once.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucommandbuffer">GPUCommandBuffer</a>
 */
@WitResource
public interface GpuCommandBuffer extends GpuObject {}
