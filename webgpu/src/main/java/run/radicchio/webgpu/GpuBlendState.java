package run.radicchio.webgpu;

/**
 * How colors mix.
 *
 * @param color for red, green and blue
 * @param alpha for alpha
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpublendstate">GPUBlendState</a>
 */
public record GpuBlendState(GpuBlendComponent color, GpuBlendComponent alpha) {}
