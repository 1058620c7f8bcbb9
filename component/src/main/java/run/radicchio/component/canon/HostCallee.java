package run.radicchio.component.canon;

import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.runtime.Cancellation;

/** A function of the host, in one store. */
public non-sealed interface HostCallee extends Callee {
  /** How its values cross to a guest. */
  FunctionCodec codec();

  /** Begins a call. It may be resolved before this returns, or later. */
  Cancellation call(HostCall call);
}
