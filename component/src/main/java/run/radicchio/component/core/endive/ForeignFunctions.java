package run.radicchio.component.core.endive;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.wasm.types.ValType.TypeIdxCode;
import run.radicchio.component.Trap;

/**
 * What classes that {@link ForeignCalls} and {@link ImportCalls} rewrote do with functions of other
 * instances.
 *
 * <p>Public for compiled code alone.
 */
public final class ForeignFunctions {
  private ForeignFunctions() {}

  /** Notes a tail call of an element of a table, to be made once the caller has returned. */
  public static void setTailCallIndirect(
      long[] arguments, int element, int type, int table, Instance instance) {
    instance.setTailCall(callee(element, type, table, instance), arguments);
  }

  /** The same, with the arguments that are objects. */
  public static void setTailCallIndirectWithRefs(
      long[] arguments,
      @Nullable Object[] references,
      int element,
      int type,
      int table,
      Instance instance) {
    instance.setTailCall(callee(element, type, table, instance), arguments, references);
  }

  private static int callee(int element, int type, int table, Instance instance) {
    FunctionSpace space = GuestMachine.space(instance);
    FunctionReference function = space.table(table).table().required(element);
    if (!function.hasType(space.module(), type)) {
      throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH);
    }
    return space.number(function);
  }

  /** The function that an instance imports with an index, as compiled code calls it. */
  public static MethodHandle imported(Instance instance, int index) {
    return GuestMachine.space(instance).imported(index);
  }

  /** The foreign function of a number, as compiled code calls functions of a type. */
  public static MethodHandle target(Instance instance, int number, int type) {
    return GuestMachine.space(instance).foreign(number, type);
  }

  /** Whether the reference of a number is of a heap type, in an instance. */
  public static boolean heapTypeMatch(
      Instance instance, long number, boolean nullable, int type, int sourceType) {
    if (number > FunctionSpace.FIRST_FOREIGN) {
      return instance.heapTypeMatch(number, nullable, type, sourceType);
    }
    FunctionSpace space = GuestMachine.space(instance);
    return type == TypeIdxCode.FUNC.code()
        || (type >= 0 && space.reference((int) number).hasType(space.module(), type));
  }
}
