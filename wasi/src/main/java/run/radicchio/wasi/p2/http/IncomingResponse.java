package run.radicchio.wasi.p2.http;

import run.radicchio.component.wit.WitResource;

/** An answer that came. */
@WitResource
public interface IncomingResponse extends AutoCloseable {
  /** How the request was answered. */
  @StatusCode
  short status();

  /** Its headers, which cannot be changed. */
  Fields headers();

  /** Its body: once. */
  IncomingBody consume() throws RefusedException;

  @Override
  void close();
}
