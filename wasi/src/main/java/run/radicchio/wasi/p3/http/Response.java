package run.radicchio.wasi.p3.http;

import run.radicchio.component.wit.WitResource;

/** An answer to a request: one that came, or that a guest gives. */
@WitResource
public interface Response extends AutoCloseable {
  /** How the request is answered: 200 unless set. */
  @StatusCode
  short getStatusCode();

  /** Sets how the request is answered. */
  void setStatusCode(@StatusCode short statusCode) throws RefusedException;

  /** Its headers, which cannot be changed any more. */
  Fields getHeaders();

  @Override
  void close();
}
