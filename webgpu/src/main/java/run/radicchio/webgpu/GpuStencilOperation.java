package run.radicchio.webgpu;

/**
 * What happens to a stencil.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpustenciloperation">GPUStencilOperation</a>
 */
public enum GpuStencilOperation {
  /** It stays. */
  KEEP,

  /** It becomes 0. */
  ZERO,

  /** It becomes the stencil reference. */
  REPLACE,

  /** All bits flip. */
  INVERT,

  /** 1 is added, up to the greatest value. */
  INCREMENT_CLAMP,

  /** 1 is subtracted, down to 0. */
  DECREMENT_CLAMP,

  /** 1 is added; 0 follows on the greatest value. */
  INCREMENT_WRAP,

  /** 1 is subtracted; the greatest value follows on 0. */
  DECREMENT_WRAP
}
