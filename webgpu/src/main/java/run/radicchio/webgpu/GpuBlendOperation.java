package run.radicchio.webgpu;

/**
 * How source and destination, each times its factor, mix.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpublendoperation">GPUBlendOperation</a>
 */
public enum GpuBlendOperation {
  /** Their sum. */
  ADD,

  /** Source less destination. */
  SUBTRACT,

  /** Destination less source. */
  REVERSE_SUBTRACT,

  /** The lesser one; factors must be {@code ONE}. */
  MIN,

  /** The greater one; factors must be {@code ONE}. */
  MAX
}
