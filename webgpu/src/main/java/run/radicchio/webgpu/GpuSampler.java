package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * How a shader reads a texture: filters, what lies beyond the edge, comparison.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpusampler">GPUSampler</a>
 */
@WitResource
public interface GpuSampler extends GpuObject {}
