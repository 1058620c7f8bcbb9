package run.radicchio.wasi.p2.http;

import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.p2.io.Streams;

/** The body of a request or an answer that a guest makes. */
@WitResource
public interface OutgoingBody extends AutoCloseable {
  /** Where its bytes are written: once. */
  Streams.OutputStream write() throws RefusedException;

  @Override
  void close();
}
