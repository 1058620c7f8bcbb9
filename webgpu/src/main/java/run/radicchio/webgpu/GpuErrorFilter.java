package run.radicchio.webgpu;

/**
 * Which errors an error scope takes.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpuerrorfilter">GPUErrorFilter</a>
 */
public enum GpuErrorFilter {
  /** Validation errors. */
  VALIDATION,

  /** Out-of-memory errors. */
  OUT_OF_MEMORY,

  /** Internal errors. */
  INTERNAL
}
