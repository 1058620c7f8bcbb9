package run.radicchio.component.canon;

import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.runtime.Callee;

/** A function that says itself how its values are represented: one of the host. */
public interface RepresentedCallee extends Callee {
  /** How its values cross to a guest. */
  FunctionCodec codec();
}
