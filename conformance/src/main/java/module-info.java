/**
 * The runners of official tests, of the Component Model and of WASI, and of wasi:webgpu's suite.
 */
module run.radicchio.conformance {
  requires com.google.gson;
  requires java.net.http;
  requires transitive run.radicchio.component;
  requires transitive run.radicchio.webgpu;

  exports run.radicchio.conformance;
  exports run.radicchio.conformance.wasi;
  exports run.radicchio.conformance.webgpu;
}
