package run.radicchio.component.abi;

import static java.lang.invoke.MethodHandles.Lookup;
import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.Failures;
import run.radicchio.component.type.CoreType;

/**
 * Core functions called with flat values, and functions of flat values as core functions. Results
 * are at most one, as in the canonical ABI; none is 0.
 */
public final class FlatCall {
  private static final Lookup LOOKUP = MethodHandles.lookup();
  private static final Map<MethodType, MethodHandle> SPREADERS = new ConcurrentHashMap<>();
  private static final Map<MethodType, MethodHandle> COLLECTORS = new ConcurrentHashMap<>();
  private static final Map<MethodType, MethodHandle> INT_CALLS = new ConcurrentHashMap<>();

  private static final MethodHandle TARGET_CALL =
      find(Target.class, methodType(long.class, long[].class));
  private static final MethodHandle INT_TARGET_CALL =
      find(IntTarget.class, methodType(int.class, int.class, int.class, int.class));
  private static final Map<Class<?>, MethodHandle> TO_BITS =
      Map.of(
          int.class, bits("ofInt", int.class),
          float.class, bits("ofFloat", float.class),
          double.class, bits("ofDouble", double.class),
          long.class, MethodHandles.identity(long.class));
  private static final Map<Class<?>, MethodHandle> FROM_BITS =
      Map.of(
          int.class, value("toInt", int.class),
          float.class, value("toFloat", float.class),
          double.class, value("toDouble", double.class),
          long.class, MethodHandles.identity(long.class));

  private final CoreExtern.Function function;
  private @Nullable MethodHandle spreader;
  private @Nullable MethodHandle bits;

  /** A function of flat values. */
  @FunctionalInterface
  public interface Target {
    /** Is called with the bits of its arguments and returns those of its result, or 0. */
    long call(long[] arguments);
  }

  /** A function of at most three {@code i32}s, whose calls take no array. */
  @FunctionalInterface
  public interface IntTarget {
    /** Is called with its arguments, 0 where it has fewer, and returns its result, or 0. */
    int call(int first, int second, int third);
  }

  /** A core function that is called with flat values. */
  public FlatCall(CoreExtern.Function function) {
    this.function = function;
  }

  /** The core function, of exact types. */
  public MethodHandle handle() {
    return function.handle();
  }

  /** The core function, which returns the bits of its result or 0. */
  public MethodHandle bitsHandle() {
    if (bits == null) {
      bits = ofBits(handle());
    }
    return bits;
  }

  /** Calls it with the bits of its arguments; returns those of its result, or 0. */
  public long call(long[] arguments) {
    if (spreader == null) {
      spreader = SPREADERS.computeIfAbsent(handle().type(), FlatCall::spreader);
    }
    try {
      return (long) spreader.invokeExact(handle(), arguments);
    } catch (Throwable failure) {
      throw Failures.rethrown(failure);
    }
  }

  /** A core function that calls a target. */
  public static CoreExtern.Function coreFunction(
      CoreType.Function type, Target target, String name) {
    return new CoreExtern.Function(
        type,
        name,
        () ->
            COLLECTORS
                .computeIfAbsent(CoreExtern.Function.methodType(type), FlatCall::collector)
                .bindTo(target));
  }

  /**
   * A core function that calls a target.
   *
   * @param type of at most three {@code i32}s, and no result but an {@code i32}
   */
  public static CoreExtern.Function coreFunction(
      CoreType.Function type, IntTarget target, String name) {
    return new CoreExtern.Function(
        type,
        name,
        () ->
            INT_CALLS
                .computeIfAbsent(CoreExtern.Function.methodType(type), FlatCall::intCall)
                .bindTo(target));
  }

  /** Of type {@code (MethodHandle of the type, long[])long}. */
  private static MethodHandle spreader(MethodType type) {
    MethodHandle invoker = MethodHandles.exactInvoker(type);
    for (int i = 0; i < type.parameterCount(); i++) {
      invoker = MethodHandles.filterArguments(invoker, i + 1, FROM_BITS.get(type.parameterType(i)));
    }
    return ofBits(invoker).asSpreader(long[].class, type.parameterCount());
  }

  private static MethodHandle ofBits(MethodHandle function) {
    Class<?> result = function.type().returnType();
    return MethodHandles.filterReturnValue(
        function, result == void.class ? MethodHandles.zero(long.class) : TO_BITS.get(result));
  }

  /** Of type {@code (Target, parameters of the type) its result}. */
  private static MethodHandle collector(MethodType type) {
    MethodHandle call = TARGET_CALL.asCollector(long[].class, type.parameterCount());
    for (int i = 0; i < type.parameterCount(); i++) {
      call = MethodHandles.filterArguments(call, i + 1, TO_BITS.get(type.parameterType(i)));
    }
    return type.returnType() == void.class
        ? call.asType(call.type().changeReturnType(void.class))
        : MethodHandles.filterReturnValue(call, FROM_BITS.get(type.returnType()));
  }

  /** Of type {@code (IntTarget, parameters of the type) its result}. */
  private static MethodHandle intCall(MethodType type) {
    Object[] absent = Collections.nCopies(3 - type.parameterCount(), 0).toArray();
    MethodHandle call =
        MethodHandles.insertArguments(INT_TARGET_CALL, 1 + type.parameterCount(), absent);
    return call.asType(type.insertParameterTypes(0, IntTarget.class));
  }

  private static MethodHandle find(Class<?> owner, MethodType type) {
    try {
      return LOOKUP.findVirtual(owner, "call", type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private static MethodHandle bits(String name, Class<?> from) {
    return conversion(name, methodType(long.class, from));
  }

  private static MethodHandle value(String name, Class<?> to) {
    return conversion(name, methodType(to, long.class));
  }

  private static MethodHandle conversion(String name, MethodType type) {
    try {
      return LOOKUP.findStatic(Bits.class, name, type);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }
}
