package run.radicchio.component.core.endive;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;

/**
 * What the engine calls the functions of an instance by, and what it calls for those of others that
 * are tail-called there.
 */
final class GuestMachine implements Machine {
  private final Machine compiled;
  private final FunctionSpace space;
  private final Map<Integer, BoxedCall> foreign = new HashMap<>(0);

  /** Calls compiled code for the functions of an instance. */
  GuestMachine(Machine compiled, FunctionSpace space) {
    this.compiled = compiled;
    this.space = space;
  }

  /** The functions of an instance. */
  static FunctionSpace space(Instance instance) {
    return ((GuestMachine) instance.getMachine()).space;
  }

  @Override
  public long[] call(int function, long[] arguments) {
    return function > FunctionSpace.FIRST_FOREIGN
        ? compiled.call(function, arguments)
        : foreign(function).call(0, arguments);
  }

  @Override
  public CallResult callWithRefs(int function, long[] arguments, @Nullable Object[] references) {
    return function > FunctionSpace.FIRST_FOREIGN
        ? compiled.callWithRefs(function, arguments, references)
        : foreign(function).callWithRefs(0, arguments, references);
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
