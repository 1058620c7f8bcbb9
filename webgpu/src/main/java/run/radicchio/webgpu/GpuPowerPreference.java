package run.radicchio.webgpu;

/**
 * Which adapter is preferred where there are several.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpupowerpreference">GPUPowerPreference</a>
 */
public enum GpuPowerPreference {
  /** One that saves power. */
  LOW_POWER,

  /** The fastest one. */
  HIGH_PERFORMANCE
}
