package run.radicchio.component.core.endive;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.wasm.types.AnnotatedInstruction;

/**
 * Functions that end with a tail call. Compiled, such a function only notes the call and returns;
 * compiled callers then make it, and here is how the others do.
 */
final class TailCalls {
  private final Instance instance;
  private final Signature signature;

  private TailCalls(Instance instance, Signature signature) {
    this.instance = instance;
    this.signature = signature;
  }

  /** Whether a function's body has a tail call. */
  static boolean in(List<AnnotatedInstruction> instructions) {
    return instructions.stream()
        .anyMatch(
            each ->
                switch (each.opcode()) {
                  case RETURN_CALL, RETURN_CALL_INDIRECT, RETURN_CALL_REF -> true;
                  default -> false;
                });
  }

  /** Makes the calls that a function of an instance leaves to its caller. */
  static MethodHandle made(MethodHandle function, Signature signature, Instance instance) {
    Class<?> result = function.type().returnType();
    MethodHandle settle = SETTLE.bindTo(new TailCalls(instance, signature));
    return MethodHandles.filterReturnValue(
        function,
        result == void.class
            ? MethodHandles.insertArguments(settle, 0, new Object[] {null})
                .asType(methodType(void.class))
            : settle.asType(methodType(result, result)));
  }

  @SuppressWarnings("UnusedMethod") // by its handle
  private @Nullable Object settle(@Nullable Object result) {
    @Nullable Object settled = result;
    while (instance.isTailCallPending()) {
      int function = instance.tailCallFuncId();
      long[] arguments = instance.tailCallArgs();
      @Nullable Object[] references = instance.tailCallRefArgs();
      instance.clearTailCall();
      settled = result(instance.getMachine().callWithRefs(function, arguments, references));
    }
    return settled;
  }

  /** A result as compiled code returns it. */
  private @Nullable Object result(CallResult packed) {
    var types = signature.type().returns();
    if (types.isEmpty()) {
      return null;
    }
    if (types.size() == 1) {
      return types.getFirst().isObjectRef()
          ? packed.refResult(0)
          : Boxes.unpack(types.getFirst(), packed.longResult(0));
    }
    if (signature.compiled().returnType() == long[].class) {
      return packed.longs();
    }
    @Nullable Object[] results = new Object[types.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = types.get(i).isObjectRef() ? packed.refResult(i) : (Object) packed.longResult(i);
    }
    return results;
  }

  private static final MethodHandle SETTLE;

  static {
    try {
      SETTLE =
          MethodHandles.lookup()
              .findVirtual(TailCalls.class, "settle", methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
