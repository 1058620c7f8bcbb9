/** {@code wasi:webgpu} as Java interfaces and records. */
module run.radicchio.webgpu {
  requires static transitive run.radicchio.component;
  requires static transitive org.jspecify;

  exports run.radicchio.webgpu;
  exports run.radicchio.webgpu.canvas;
}
