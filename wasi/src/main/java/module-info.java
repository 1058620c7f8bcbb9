/** WASI 0.2 and 0.3 for components. */
module run.radicchio.wasi {
  requires java.net.http;
  requires transitive run.radicchio.component;
  requires transitive org.jspecify;
  requires jdk.net;

  exports run.radicchio.wasi;
  exports run.radicchio.wasi.http;
  exports run.radicchio.wasi.p2.cli;
  exports run.radicchio.wasi.p2.clocks;
  exports run.radicchio.wasi.p2.io;
  exports run.radicchio.wasi.p2.filesystem;
  exports run.radicchio.wasi.p2.http;
  exports run.radicchio.wasi.p2.random;
  exports run.radicchio.wasi.p2.sockets;
  exports run.radicchio.wasi.p3.cli;
  exports run.radicchio.wasi.p3.clocks;
  exports run.radicchio.wasi.p3.filesystem;
  exports run.radicchio.wasi.p3.http;
  exports run.radicchio.wasi.p3.random;
  exports run.radicchio.wasi.p3.sockets;
}
