package run.radicchio.wasi.p2.http;

import run.radicchio.component.wit.WitResource;

/** Where the answer to a request is given: once. */
@WitResource
public interface ResponseOutparam extends AutoCloseable {

  @Override
  void close();
}
