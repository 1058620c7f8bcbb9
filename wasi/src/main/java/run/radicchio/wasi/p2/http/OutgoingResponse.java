package run.radicchio.wasi.p2.http;

import run.radicchio.component.wit.WitResource;

/** An answer that a guest gives. */
@WitResource
public interface OutgoingResponse extends AutoCloseable {
  /** How the request is answered: 200 unless set. */
  @StatusCode
  short statusCode();

  /** Sets how the request is answered. */
  void setStatusCode(@StatusCode short statusCode) throws RefusedException;

  /** Its headers, which cannot be changed any more. */
  Fields headers();

  /** Its body: once. */
  OutgoingBody body() throws RefusedException;

  @Override
  void close();
}
