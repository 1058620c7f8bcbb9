package run.radicchio.wasi.command;

import run.radicchio.component.Result;
import run.radicchio.wasi.ExitException;

/** How guests of all versions end from wherever they are. */
public final class ProcessExit
    implements run.radicchio.wasi.p2.cli.Exit, run.radicchio.wasi.p3.cli.Exit {
  @Override
  public void exit(Result<Void, Void> status) {
    throw new ExitException(status instanceof Result.Ok ? 0 : 1);
  }

  @Override
  public void exitWithCode(byte statusCode) {
    throw new ExitException(Byte.toUnsignedInt(statusCode));
  }
}
