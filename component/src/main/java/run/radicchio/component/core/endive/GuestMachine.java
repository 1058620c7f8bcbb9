package run.radicchio.component.core.endive;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/**
 * What the engine calls the functions of an instance by, those that it imports among them, and what
 * it calls for those of others that are tail-called there.
 */
final class GuestMachine implements Machine {
  private final Machine compiled;
  private final FunctionSpace space;
  private final int importedCount;
  private final Map<Integer, BoxedCall> foreign = new HashMap<>(0);
  private final Map<Integer, BoxedCall> imported = new HashMap<>(0);

  /** Calls compiled code for the functions that an instance defines. */
  GuestMachine(Machine compiled, FunctionSpace space) {
    this.compiled = compiled;
    this.space = space;
    this.importedCount = space.module().importedFunctionCount();
  }

  /** The functions of an instance. */
  static FunctionSpace space(Instance instance) {
    return ((GuestMachine) instance.getMachine()).space;
  }

  @Override
  public long[] call(int function, long[] arguments) {
    return isCompiled(function)
        ? compiled.call(function, arguments)
        : boxed(function).call(0, arguments);
  }

  @Override
  public CallResult callWithRefs(int function, long[] arguments, @Nullable Object[] references) {
    return isCompiled(function)
        ? compiled.callWithRefs(function, arguments, references)
        : boxed(function).callWithRefs(0, arguments, references);
  }

  private boolean isCompiled(int function) {
    return function >= importedCount;
  }

  private BoxedCall boxed(int function) {
    return function <= FunctionSpace.FIRST_FOREIGN
        ? foreign(function)
        : imported.computeIfAbsent(
            function, each -> new BoxedCall(space.signature(each), space.imported(each)));
  }

  private BoxedCall foreign(int number) {
    return foreign.computeIfAbsent(
        number,
        each -> {
          int type = space.module().standIns().type(space.reference(each), space.module());
          return new BoxedCall(space.module().signature(type), space.foreign(each, type));
        });
  }
}
