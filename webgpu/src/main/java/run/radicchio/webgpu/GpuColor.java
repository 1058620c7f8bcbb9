package run.radicchio.webgpu;

/**
 * A color, in the range of the format it is for: 0 to 1 for normalized formats, whole numbers for
 * integer ones.
 *
 * @param r red
 * @param g green
 * @param b blue
 * @param a alpha
 * @see <a href="https://www.w3.org/TR/webgpu/#dictdef-gpucolordict">GPUColor</a>
 */
public record GpuColor(double r, double g, double b, double a) {}
