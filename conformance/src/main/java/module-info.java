/** The runners of the Component Model's official tests, and of the suite for wasi:webgpu. */
module run.radicchio.conformance {
  requires com.google.gson;
  requires transitive run.radicchio.component;
  requires transitive run.radicchio.webgpu;

  exports run.radicchio.conformance;
  exports run.radicchio.conformance.webgpu;
}
