package run.radicchio.webgpu;

/**
 * Which new values pass a test against a value that is there.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpucomparefunction">GPUCompareFunction</a>
 */
public enum GpuCompareFunction {
  /** None. */
  NEVER,

  /** Lesser ones. */
  LESS,

  /** Equal ones. */
  EQUAL,

  /** Lesser and equal ones. */
  LESS_EQUAL,

  /** Greater ones. */
  GREATER,

  /** All but equal ones. */
  NOT_EQUAL,

  /** Greater and equal ones. */
  GREATER_EQUAL,

  /** All. */
  ALWAYS
}
