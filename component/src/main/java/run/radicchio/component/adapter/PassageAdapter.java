package run.radicchio.component.adapter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import run.radicchio.component.abi.Context;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Failures;
import run.radicchio.component.type.CoreType;
import run.radicchio.component.type.FuncType;
import run.radicchio.component.validation.Flattening;

/**
 * A function of one component as a core function of another: what carries the values from memory to
 * memory. Made once for a pair of canonical definitions.
 */
public sealed interface PassageAdapter {

  /** That of a function's two sides. */
  static PassageAdapter of(FuncType lowered, boolean async, FuncType lifted) {
    CoreType.Function coreType = new Flattening().lower(lowered, async);
    MethodType callType =
        CoreExtern.Function.methodType(coreType).insertParameterTypes(0, PassageSite.class);
    PassageAdapterCode code = new PassageAdapterCode(lowered, async, lifted, callType);
    LateClass written = new LateClass(code::write);
    return lowered.async()
        ? new Halves(
            coreType,
            written.method(PassageAdapterCode.START, PassageAdapterCode.START_TYPE),
            written.method(PassageAdapterCode.RESOLVE, PassageAdapterCode.RESOLVE_TYPE))
        : new Whole(coreType, written.method(PassageAdapterCode.CALL, callType));
  }

  /** The type of the core function that the caller imports. */
  CoreType.Function coreType();

  /** For a function that cannot block. */
  record Whole(CoreType.Function coreType, MethodHandle call) implements PassageAdapter {
    /** The core function, where an instance imports it. */
    public CoreExtern.Function at(PassageSite site, String name) {
      return new CoreExtern.Function(coreType, name, () -> call.bindTo(site));
    }
  }

  /** For an {@code async} function: much can happen between its beginning and its result. */
  record Halves(CoreType.Function coreType, MethodHandle start, MethodHandle resolve)
      implements PassageAdapter {

    /**
     * Calls the callee's core function with the caller's arguments.
     *
     * @param flat what the caller's core function was called with
     * @param core returns bits, or 0
     * @return the bits of its result, or 0
     */
    public long start(Context caller, long[] flat, Context callee, MethodHandle core) {
      try {
        return (long) start.invokeExact(caller, flat, callee, core);
      } catch (Throwable failure) {
        throw Failures.rethrown(failure);
      }
    }

    /**
     * Gives the caller the callee's result.
     *
     * @param given what the callee's core function returned, or {@code task.return} was called with
     * @param taskReturn which of them it was
     * @param flat what the caller's core function was called with
     * @return the bits of what the caller's core function returns, or 0
     */
    public long resolve(
        Context callee, long[] given, boolean taskReturn, Context caller, long[] flat) {
      try {
        return (long) resolve.invokeExact(callee, given, taskReturn, caller, flat);
      } catch (Throwable failure) {
        throw Failures.rethrown(failure);
      }
    }
  }
}
