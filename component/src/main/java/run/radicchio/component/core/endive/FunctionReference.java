package run.radicchio.component.core.endive;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.type.CoreType;

/**
 * What a reference to a function refers to, whichever instance holds it: a function that an
 * instance defines, or one of the host. Compared by identity.
 */
final class FunctionReference {
  private final @Nullable FunctionSpace home;
  private final int index;
  private CoreExtern.@Nullable Function function;

  private FunctionReference(
      @Nullable FunctionSpace home, int index, CoreExtern.@Nullable Function function) {
    this.home = home;
    this.index = index;
    this.function = function;
  }

  /** The one to a function that an instance defines; each instance makes it once. */
  static FunctionReference defined(FunctionSpace home, int index) {
    return new FunctionReference(home, index, null);
  }

  /** The one to a function that came across the seam. */
  static FunctionReference to(CoreExtern.Function function) {
    return function.origin() instanceof FunctionReference reference
        ? reference
        : new FunctionReference(null, 0, function);
  }

  /** Whose function it is; null for the host's. */
  @Nullable FunctionSpace home() {
    return home;
  }

  /** Its index at home. */
  int index() {
    return index;
  }

  /** The function, callable across the seam. */
  CoreExtern.Function function() {
    if (function == null) {
      function = home.seamFunction(this);
    }
    return function;
  }

  /** The function, callable by compiled code of an instance, as a function of a type there. */
  MethodHandle compiled(Signature signature, FunctionSpace caller) {
    if (home == null) {
      return signature.toCompiled(function.handle(), caller);
    }
    MethodHandle target = home.compiled(index);
    return signature.hasFunctionNumbers() && home != caller
        ? signature.toCompiled(home.signature(index).toSeam(target, home), caller)
        : target;
  }

  /** Whether its type is the one that a module has at an index. */
  boolean isOfType(EndiveModule module, int type) {
    return type().equals(module.signature(type).core());
  }

  /** Whether that is its type, or one above it. */
  boolean hasType(EndiveModule module, int type) {
    return type().matches(module.signature(type).core());
  }

  private CoreType.Function type() {
    return home == null ? function.type() : home.signature(index).core();
  }
}
