package run.radicchio.webgpu;

/**
 * What a color is multiplied with before it is mixed. The fragment shader's color is the source,
 * the attachment's the destination.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gpublendfactor">GPUBlendFactor</a>
 */
public enum GpuBlendFactor {
  /** 0. */
  ZERO,

  /** 1. */
  ONE,

  /** The source. */
  SRC,

  /** 1 less the source. */
  ONE_MINUS_SRC,

  /** The source's alpha. */
  SRC_ALPHA,

  /** 1 less the source's alpha. */
  ONE_MINUS_SRC_ALPHA,

  /** The destination. */
  DST,

  /** 1 less the destination. */
  ONE_MINUS_DST,

  /** The destination's alpha. */
  DST_ALPHA,

  /** 1 less the destination's alpha. */
  ONE_MINUS_DST_ALPHA,

  /** The source's alpha or 1 less the destination's, whichever is less; 1 for alpha. */
  SRC_ALPHA_SATURATED,

  /** The blend constant of the pass. */
  CONSTANT,

  /** 1 less the blend constant of the pass. */
  ONE_MINUS_CONSTANT,

  /** The second source; needs {@code dual-source-blending}, as the rest. */
  SRC1,

  /** 1 less the second source. */
  ONE_MINUS_SRC1,

  /** The second source's alpha. */
  SRC1_ALPHA,

  /** 1 less the second source's alpha. */
  ONE_MINUS_SRC1_ALPHA
}
