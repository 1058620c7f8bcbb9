package run.radicchio.wasi.p2.http;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.http.HttpException;

/** {@code wasi:http/outgoing-handler}: making requests. */
@WitInterface(value = "wasi:http/outgoing-handler", versions = WasiVersion.P2, uses = Types.class)
public interface OutgoingHandler {
  /**
   * Makes a request.
   *
   * @param options null for none
   * @throws HttpException if it is none that can be made, or may be
   */
  FutureIncomingResponse handle(OutgoingRequest request, @Nullable RequestOptions options)
      throws HttpException;
}
