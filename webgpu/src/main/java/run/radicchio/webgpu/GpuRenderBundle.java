package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * Recorded draws, to be used in render passes any number of times.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpurenderbundle">GPURenderBundle</a>
 */
@WitResource
public interface GpuRenderBundle extends GpuObject {}
