package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * A compute shader, ready to be dispatched.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpucomputepipeline">GPUComputePipeline</a>
 */
@WitResource
public interface GpuComputePipeline extends GpuObject, GpuPipeline {}
