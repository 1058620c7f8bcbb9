package run.radicchio.webgpu;

/**
 * What a texture is for.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#namespacedef-gputextureusage">GPUTextureUsage</a>
 */
public enum GpuTextureUsage {
  /** To be copied from. */
  COPY_SRC,

  /** To be copied or written to. */
  COPY_DST,

  /** To be bound as a sampled texture. */
  TEXTURE_BINDING,

  /** To be bound as a storage texture. */
  STORAGE_BINDING,

  /** To be rendered to. */
  RENDER_ATTACHMENT,

  /**
   * To be rendered to and dropped within one pass, so that it may need no memory; goes with {@code
   * RENDER_ATTACHMENT} only.
   */
  TRANSIENT_ATTACHMENT
}
