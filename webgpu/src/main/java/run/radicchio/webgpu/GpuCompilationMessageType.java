package run.radicchio.webgpu;

/**
 * What a message of the compiler is.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gpucompilationmessagetype">GPUCompilationMessageType</a>
 */
public enum GpuCompilationMessageType {
  /** An error: the module is invalid. */
  ERROR,

  /** A warning. */
  WARNING,

  /** Information. */
  INFO
}
