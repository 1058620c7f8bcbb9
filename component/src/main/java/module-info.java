/** The WebAssembly Component Model for the JVM. */
module run.radicchio.component {
  requires run.endive.compiler;
  requires run.endive.runtime;
  requires run.endive.wasm;
  // Not static: at run time too, @Nullable says that a type is an option.
  requires transitive org.jspecify;

  exports run.radicchio.component;
  exports run.radicchio.component.text;
  exports run.radicchio.component.type;
  exports run.radicchio.component.value;
  exports run.radicchio.component.wit;
}
