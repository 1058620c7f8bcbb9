/** The WebAssembly Component Model for the JVM. */
module run.radicchio.component {
  requires run.endive.compiler;
  requires run.endive.runtime;
  requires run.endive.wasm;
  requires static transitive org.jspecify;

  exports run.radicchio.component;
  exports run.radicchio.component.type;
  exports run.radicchio.component.wit;
}
