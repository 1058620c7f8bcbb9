package run.radicchio.webgpu.dawn.adapter;

/** Which rules guests are held to. */
public enum Rules {
  /** Those of WebGPU. */
  WEBGPU,

  /**
   * Those of WebGPU, but for what wgpu, another WebGPU, lets through and what does no harm: load
   * and store operations for the stencil of an attachment that has none are left out. Programs that
   * were written with wgpu alone may need it.
   */
  WGPU
}
