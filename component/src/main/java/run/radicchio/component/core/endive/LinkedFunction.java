package run.radicchio.component.core.endive;

import java.lang.invoke.MethodHandle;
import run.endive.runtime.ImportFunction;

/** The function that a stand-in imports. */
final class LinkedFunction extends ImportFunction {
  LinkedFunction(String name, Signature signature, MethodHandle target) {
    super("", name, signature.type(), new BoxedCall(signature, target));
  }

  /** The function as the engine calls it. */
  BoxedCall boxed() {
    return (BoxedCall) handle();
  }
}
