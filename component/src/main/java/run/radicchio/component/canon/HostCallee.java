package run.radicchio.component.canon;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.FunctionBinding;

/** A function of the host, in one store. */
public non-sealed interface HostCallee extends Callee {
  /** The Java method. */
  FunctionBinding binding();

  /** The object whose method it is; null for a method of a resource. */
  @Nullable Object receiver();

  /** Begins a call by the host. It may be resolved before this returns, or later. */
  void call(HostCall call);
}
