package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * The numbers, kinds and visibility of the resources in a bind group.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpubindgrouplayout">GPUBindGroupLayout</a>
 */
@WitResource
public interface GpuBindGroupLayout extends GpuObject {}
