package run.radicchio.wasi.p2.cli;

import run.radicchio.component.Result;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:cli/exit}: ending from wherever the guest is. */
@WitInterface(value = "wasi:cli/exit", versions = WasiVersion.P2)
public interface Exit {
  /** Ends the instance and those linked with it: all was well, or was not. Never returns. */
  void exit(Result<Void, Void> status);

  /** Ends them with a code of the guest's, of which 0 says that all was well. Never returns. */
  void exitWithCode(@Unsigned byte statusCode);
}
