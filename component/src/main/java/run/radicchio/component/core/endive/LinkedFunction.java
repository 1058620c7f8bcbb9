package run.radicchio.component.core.endive;

import java.lang.invoke.MethodHandle;
import run.endive.runtime.ImportFunction;

/**
 * An imported function, with the handle that compiled code calls in place of the engine's own way.
 *
 * <p>Public for that code alone.
 */
public final class LinkedFunction extends ImportFunction {
  /** Of the type of compiled code. */
  public final MethodHandle target;

  LinkedFunction(String name, Signature signature, MethodHandle target) {
    super("", name, signature.type(), new BoxedCall(signature, target));
    this.target = target;
  }

  /** The function as the engine's own ways call it. */
  BoxedCall boxed() {
    return (BoxedCall) handle();
  }
}
