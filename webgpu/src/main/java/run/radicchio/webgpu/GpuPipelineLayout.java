package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * The bind group layouts of a pipeline, in order, and the size of its immediate data.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpupipelinelayout">GPUPipelineLayout</a>
 */
@WitResource
public interface GpuPipelineLayout extends GpuObject {}
