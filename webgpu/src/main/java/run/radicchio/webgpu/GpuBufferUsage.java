package run.radicchio.webgpu;

/**
 * What a buffer is for.
 *
 * @see <a href="https://www.w3.org/TR/webgpu/#namespacedef-gpubufferusage">GPUBufferUsage</a>
 */
public enum GpuBufferUsage {
  /** To be mapped for reading; goes with {@code COPY_DST} only. */
  MAP_READ,

  /** To be mapped for writing; goes with {@code COPY_SRC} only. */
  MAP_WRITE,

  /** To be copied from. */
  COPY_SRC,

  /** To be copied, written or cleared to. */
  COPY_DST,

  /** To hold indices. */
  INDEX,

  /** To hold vertices. */
  VERTEX,

  /** To be bound as a uniform buffer. */
  UNIFORM,

  /** To be bound as a storage buffer. */
  STORAGE,

  /** To hold the numbers of indirect draws and dispatches. */
  INDIRECT,

  /** To receive results of queries. */
  QUERY_RESOLVE
}
