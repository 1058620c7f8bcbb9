/** The {@code radicchio} command. */
module run.radicchio.cli {
  requires com.google.gson;
  requires info.picocli;
  requires io.helidon.common.socket;
  requires io.helidon.common.tls;
  requires io.helidon.http;
  requires io.helidon.http.media;
  requires io.helidon.webserver;
  requires java.logging;
  requires run.radicchio.component;
  requires run.radicchio.conformance;
  requires run.radicchio.streaming;
  requires run.radicchio.surface;
  requires run.radicchio.wasi;
  requires run.radicchio.webgpu.dawn;

  // Picocli sets fields by reflection; the linker calls the methods of public interfaces.
  opens run.radicchio.cli to
      info.picocli;

  exports run.radicchio.cli to
      run.radicchio.component;
}
