/** Surfaces that guests draw on, and what shows them. */
module run.radicchio.surface {
  requires transitive com.google.gson;
  requires transitive java.desktop;
  requires transitive run.radicchio.component;
  requires transitive run.radicchio.webgpu;
  requires transitive org.jspecify;

  exports run.radicchio.surface;
  exports run.radicchio.surface.display;
  exports run.radicchio.surface.host;
  exports run.radicchio.surface.json;
  exports run.radicchio.surface.offscreen;
  exports run.radicchio.surface.picture;
  exports run.radicchio.surface.window;
}
