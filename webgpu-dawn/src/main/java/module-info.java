/** {@code wasi:webgpu} on Dawn, through the Foreign Function and Memory API. */
module run.radicchio.webgpu.dawn {
  requires transitive run.radicchio.webgpu;
  requires static run.radicchio.component;
  requires static transitive org.jspecify;

  exports run.radicchio.webgpu.dawn;
  exports run.radicchio.webgpu.dawn.adapter;
  exports run.radicchio.webgpu.dawn.library;
}
