package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * Vertex and fragment shaders with all fixed state, ready to draw.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpurenderpipeline">GPURenderPipeline</a>
 */
@WitResource
public interface GpuRenderPipeline extends GpuObject, GpuPipeline {}
