/** Surfaces of guests, shown and steered in browsers. */
module run.radicchio.streaming {
  requires com.google.gson;
  requires io.helidon.common.buffers;
  requires io.helidon.common.concurrency.limits;
  requires io.helidon.common.socket;
  requires io.helidon.common.tls;
  requires io.helidon.http;
  requires io.helidon.webserver;
  requires java.logging;
  requires org.bytedeco.ffmpeg;
  requires org.bytedeco.javacpp;
  requires transitive org.jspecify;
  requires transitive run.radicchio.surface;

  exports run.radicchio.streaming;
}
