package run.radicchio.wasi.p3.http;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.http.HttpException;

/** {@code wasi:http/client}: making requests. */
@WitInterface(value = "wasi:http/client", versions = WasiVersion.P3, uses = Types.class)
public interface Client {
  /** Makes a request. */
  CompletionStage<Response> send(Request request) throws HttpException;
}
