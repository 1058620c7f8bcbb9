package run.radicchio.webgpu;

import run.radicchio.component.wit.WitResource;

/**
 * Resources bound to the numbers of a layout, which shaders use together. It keeps the resources
 * alive, but not from being destroyed.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#gpubindgroup">GPUBindGroup</a>
 */
@WitResource
public interface GpuBindGroup extends GpuObject {}
