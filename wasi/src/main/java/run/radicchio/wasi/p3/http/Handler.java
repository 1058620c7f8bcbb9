package run.radicchio.wasi.p3.http;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.http.HttpException;

/** {@code wasi:http/handler}: what a component exports that answers requests. */
@WitInterface(value = "wasi:http/handler", versions = WasiVersion.P3, uses = Types.class)
public interface Handler {
  /** Answers a request. */
  CompletionStage<Response> handle(Request request) throws HttpException;
}
