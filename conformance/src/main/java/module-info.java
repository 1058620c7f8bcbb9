/** The runner of the Component Model's official tests. */
module run.radicchio.conformance {
  requires com.google.gson;
  requires run.radicchio.component;

  exports run.radicchio.conformance;
}
