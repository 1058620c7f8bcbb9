package run.radicchio.webgpu;

/**
 * What shaders do with a storage texture.
 *
 * @see <a
 *     href="https://www.w3.org/TR/webgpu/#enumdef-gpustoragetextureaccess">GPUStorageTextureAccess</a>
 */
public enum GpuStorageTextureAccess {
  /** They write. */
  WRITE_ONLY,

  /** They read. */
  READ_ONLY,

  /** They do both. */
  READ_WRITE
}
