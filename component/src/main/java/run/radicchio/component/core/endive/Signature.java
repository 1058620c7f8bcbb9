package run.radicchio.component.core.endive;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreModuleException;
import run.radicchio.component.type.CoreType;

/**
 * How functions of a type are called: in the engine's compiled code, and across the seam.
 *
 * <p>The two differ in references to functions, which compiled code has as numbers of its instance,
 * and in several results, which compiled code returns as {@code long[]}, or as {@code Object[]}
 * with {@code Long}s where one of them is an object.
 *
 * @param type as the engine has it
 * @param core as the seam has it
 * @param compiled of compiled code, without the memory and the instance at its end
 */
record Signature(FunctionType type, CoreType.Function core, MethodType compiled) {
  private static final int MAXIMUM_WORDS = 250;

  /**
   * Of a type.
   *
   * @param core the same as the seam has it
   * @throws CoreModuleException if Java could not pass so many parameters, or the engine results
   */
  static Signature of(FunctionType type, CoreType.Function core) {
    checkWords("parameters", type.params());
    checkWords("results", type.returns());
    return new Signature(
        type,
        core,
        methodType(
            compiledResult(type.returns()),
            type.params().stream().map(Signature::compiledClass).toArray(Class<?>[]::new)));
  }

  private static void checkWords(String what, List<ValType> types) {
    int words = 0;
    for (ValType type : types) {
      Class<?> java = compiledClass(type);
      words += java == long.class || java == double.class ? 2 : 1;
    }
    if (words > MAXIMUM_WORDS) {
      throw new CoreModuleException(
          CoreModuleException.Kind.UNSUPPORTED,
          "a function type has %s of %d words, and Java passes at most %d"
              .formatted(what, words, MAXIMUM_WORDS));
    }
  }

  private static Class<?> compiledResult(List<ValType> results) {
    return switch (results.size()) {
      case 0 -> void.class;
      case 1 -> compiledClass(results.getFirst());
      default -> results.stream().anyMatch(ValType::isObjectRef) ? Object[].class : long[].class;
    };
  }

  private static Class<?> compiledClass(ValType type) {
    return switch (type.opcode()) {
      case ValType.ID.I64 -> long.class;
      case ValType.ID.F32 -> float.class;
      case ValType.ID.F64 -> double.class;
      default -> type.isObjectRef() ? Object.class : int.class;
    };
  }

  /** Of compiled code, whole. */
  MethodType compiledWhole() {
    return compiled.appendParameterTypes(Memory.class, Instance.class);
  }

  /**
   * Checks that functions of this type can cross the seam.
   *
   * @param name whose type it is
   */
  void checkCrossesSeam(String name) {
    if (type.params().contains(ValType.ExnRef) || type.returns().contains(ValType.ExnRef)) {
      throw Proposals.refused(
          "exception handling", name + " has an exnref, which cannot leave its instance");
    }
  }

  /** Whether calls mean the same in compiled code of any instance. */
  boolean hasFunctionNumbers() {
    return type.params().stream().anyMatch(CoreTypes::isFunctionNumber)
        || type.returns().stream().anyMatch(CoreTypes::isFunctionNumber);
  }

  /** Makes what compiled code of an instance calls callable across the seam. */
  MethodHandle toSeam(MethodHandle target, FunctionSpace space) {
    MethodHandle result = target;
    for (int i = 0; i < type.params().size(); i++) {
      if (CoreTypes.isFunctionNumber(type.params().get(i))) {
        result = MethodHandles.filterArguments(result, i, NUMBER.bindTo(space));
      }
    }
    if (type.returns().size() > 1) {
      MethodHandle values = MethodHandles.insertArguments(SEAM_RESULTS, 0, this, space);
      result =
          MethodHandles.filterReturnValue(
              result, values.asType(methodType(Object[].class, compiled.returnType())));
    } else if (type.returns().stream().anyMatch(CoreTypes::isFunctionNumber)) {
      result = MethodHandles.filterReturnValue(result, REFERENCE.bindTo(space));
    }
    return result;
  }

  /** Makes what is callable across the seam callable by compiled code of an instance. */
  MethodHandle toCompiled(MethodHandle target, FunctionSpace space) {
    MethodHandle result = target;
    for (int i = 0; i < type.params().size(); i++) {
      if (CoreTypes.isFunctionNumber(type.params().get(i))) {
        result = MethodHandles.filterArguments(result, i, REFERENCE.bindTo(space));
      }
    }
    if (type.returns().size() > 1) {
      MethodHandle values = MethodHandles.insertArguments(COMPILED_RESULTS, 0, this, space);
      result =
          MethodHandles.filterReturnValue(
              result, values.asType(methodType(compiled.returnType(), Object[].class)));
    } else if (type.returns().stream().anyMatch(CoreTypes::isFunctionNumber)) {
      result = MethodHandles.filterReturnValue(result, NUMBER.bindTo(space));
    }
    return result;
  }

  @SuppressWarnings("UnusedMethod") // by its handle
  private @Nullable Object[] seamResults(FunctionSpace space, Object results) {
    @Nullable Object[] values = new Object[type.returns().size()];
    for (int i = 0; i < values.length; i++) {
      ValType of = type.returns().get(i);
      if (of.isObjectRef()) {
        values[i] = ((@Nullable Object[]) results)[i];
      } else {
        long bits = results instanceof long[] longs ? longs[i] : (Long) ((Object[]) results)[i];
        values[i] =
            CoreTypes.isFunctionNumber(of) ? space.function((int) bits) : Boxes.unpack(of, bits);
      }
    }
    return values;
  }

  @SuppressWarnings("UnusedMethod") // by its handle
  private Object compiledResults(FunctionSpace space, @Nullable Object[] results) {
    boolean objects = compiled.returnType() == Object[].class;
    @Nullable Object[] values = new Object[results.length];
    long[] longs = new long[results.length];
    for (int i = 0; i < results.length; i++) {
      ValType of = type.returns().get(i);
      if (of.isObjectRef()) {
        values[i] = results[i];
      } else {
        longs[i] =
            CoreTypes.isFunctionNumber(of) ? space.number(results[i]) : Boxes.pack(of, results[i]);
        values[i] = longs[i];
      }
    }
    return objects ? values : longs;
  }

  private static final MethodHandle NUMBER;
  private static final MethodHandle REFERENCE;
  private static final MethodHandle SEAM_RESULTS;
  private static final MethodHandle COMPILED_RESULTS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      NUMBER =
          lookup.findVirtual(FunctionSpace.class, "number", methodType(int.class, Object.class));
      REFERENCE =
          lookup
              .findVirtual(
                  FunctionSpace.class, "function", methodType(CoreExtern.Function.class, int.class))
              .asType(methodType(Object.class, FunctionSpace.class, int.class));
      SEAM_RESULTS =
          lookup.findVirtual(
              Signature.class,
              "seamResults",
              methodType(Object[].class, FunctionSpace.class, Object.class));
      COMPILED_RESULTS =
          lookup.findVirtual(
              Signature.class,
              "compiledResults",
              methodType(Object.class, FunctionSpace.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
