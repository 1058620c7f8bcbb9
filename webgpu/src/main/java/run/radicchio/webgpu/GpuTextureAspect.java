package run.radicchio.webgpu;

/**
 * Which aspects of a texture are meant.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#enumdef-gputextureaspect">GPUTextureAspect</a>
 */
public enum GpuTextureAspect {
  /** All it has. */
  ALL,

  /** Its stencils. */
  STENCIL_ONLY,

  /** Its depths. */
  DEPTH_ONLY
}
