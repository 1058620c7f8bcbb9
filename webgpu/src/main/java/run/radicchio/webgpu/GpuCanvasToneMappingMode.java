package run.radicchio.webgpu;

/**
 * How a canvas shows values beyond 0 to 1.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#gpucanvastonemappingmode">GPUCanvasToneMappingMode</a>
 */
public enum GpuCanvasToneMappingMode {
  /** Limited to what the screen shows as standard. */
  STANDARD,

  /** As bright as the screen can. */
  EXTENDED
}
