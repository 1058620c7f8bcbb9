package run.radicchio.webgpu;

/**
 * A resource under its number.
 *
 * @param binding its number in the layout
 * @param resource what is bound
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpubindgroupentry">GPUBindGroupEntry</a>
 */
public record GpuBindGroupEntry(@GpuIndex32 int binding, GpuBindingResource resource) {}
