package run.radicchio.component.core.endive;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.types.ValType;

/**
 * Calls a function of compiled code with its arguments packed in arrays, as Endive's interpreter
 * and indirect calls to other instances do. Slow beside a call of the handle.
 */
final class BoxedCall implements WasmFunctionHandle, Machine {
  private final Signature signature;
  private final MethodHandle target;

  /** The target with its arguments in an array; made when first called, which most never are. */
  private @Nullable MethodHandle spread;

  BoxedCall(Signature signature, MethodHandle target) {
    this.signature = signature;
    this.target = target;
  }

  private MethodHandle spread() {
    if (spread == null) {
      MethodType generic = target.type().generic();
      spread = target.asType(generic).asSpreader(Object[].class, generic.parameterCount());
    }
    return spread;
  }

  @Override
  public CallResult callWithRefs(int function, long[] arguments, @Nullable Object[] references) {
    @Nullable Object result;
    try {
      result = spread().invokeExact(unpack(arguments, references));
    } catch (Throwable e) {
      throw Traps.sneak(e);
    }
    return pack(result);
  }

  private @Nullable Object[] unpack(long[] arguments, @Nullable Object @Nullable [] references) {
    var types = signature.type().params();
    @Nullable Object[] unpacked = new Object[types.size()];
    for (int i = 0; i < unpacked.length; i++) {
      ValType type = types.get(i);
      if (!type.isObjectRef()) {
        unpacked[i] = Boxes.unpack(type, arguments[i]);
      } else if (references != null) {
        unpacked[i] = references[i];
      }
    }
    return unpacked;
  }

  private CallResult pack(@Nullable Object result) {
    var types = signature.type().returns();
    return switch (types.size()) {
      case 0 -> CallResult.of(new long[0], null);
      case 1 ->
          types.getFirst().isObjectRef()
              ? CallResult.of(new long[1], new Object[] {result})
              : CallResult.of(new long[] {Boxes.pack(types.getFirst(), result)}, null);
      default -> packSeveral(result);
    };
  }

  private CallResult packSeveral(@Nullable Object results) {
    if (results instanceof long[] longs) {
      return CallResult.of(longs, null);
    }
    @Nullable Object[] objects = (@Nullable Object[]) results;
    long[] longs = new long[objects.length];
    for (int i = 0; i < longs.length; i++) {
      if (!signature.type().returns().get(i).isObjectRef()) {
        longs[i] = (Long) objects[i];
      }
    }
    return CallResult.of(longs, objects);
  }

  @Override
  public long[] call(int function, long[] arguments) {
    return callWithRefs(function, arguments, null).longs();
  }

  @Override
  public long[] apply(Instance caller, long... arguments) {
    return call(0, arguments);
  }

  @Override
  public CallResult applyWithRefs(
      Instance caller, long[] arguments, @Nullable Object[] references) {
    return callWithRefs(0, arguments, references);
  }
}
