package run.radicchio.wasi.p2.http;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:http/incoming-handler}: what a component exports that answers requests. */
@WitInterface(value = "wasi:http/incoming-handler", versions = WasiVersion.P2, uses = Types.class)
public interface IncomingHandler {
  /** Answers a request: by the outparam, before it returns. */
  void handle(IncomingRequest request, ResponseOutparam responseOut);
}
