package run.radicchio.wasi.p2.http;

import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.p2.io.Streams;

/** The body of a request or an answer that came, and what comes after it. */
@WitResource
public interface IncomingBody extends AutoCloseable {
  /** Its bytes: once. */
  Streams.InputStream stream() throws RefusedException;

  @Override
  void close();
}
