package run.radicchio.component.core.endive;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.wasm.types.Value;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;

/**
 * The functions of an instance, by the numbers that stand for references to them in its compiled
 * code.
 *
 * <p>Endive has a reference as the function's index in its instance, which means nothing in another
 * one. Here a number says: -1 null, from 0 on a function of this instance by its index, from -2
 * downwards one of another instance or the host that came to be referred to here.
 */
final class FunctionSpace {
  /** The number of the first function of another instance, from which they go down. */
  static final int FIRST_FOREIGN = -2;

  private final EndiveModule module;
  private final @Nullable FunctionReference[] own;
  private final @Nullable MethodHandle[] imported;
  private final List<FunctionReference> foreign = new ArrayList<>();
  private final Map<List<Integer>, MethodHandle> called = new HashMap<>(0);
  private @Nullable Map<FunctionReference, Integer> numbers;
  private @Nullable Instance instance;

  /** The functions of an instance to come, the imported ones first. */
  FunctionSpace(EndiveModule module, List<FunctionReference> imports) {
    this.module = module;
    this.own = imports.toArray(new FunctionReference[module.functionCount()]);
    this.imported = new MethodHandle[imports.size()];
  }

  /** Says which instance it is, once there is one. */
  void bind(Instance theInstance) {
    instance = theInstance;
  }

  EndiveModule module() {
    return module;
  }

  /** The function with an index of this instance. */
  FunctionReference own(int index) {
    FunctionReference reference = own[index];
    if (reference == null) {
      reference = FunctionReference.defined(this, index);
      own[index] = reference;
    }
    return reference;
  }

  /** What a number refers to. */
  @Nullable FunctionReference reference(int number) {
    if (number == Value.REF_NULL_VALUE) {
      return null;
    }
    return number >= 0 ? own(number) : foreign.get(FIRST_FOREIGN - number);
  }

  /** The number of a reference. */
  int number(@Nullable FunctionReference reference) {
    if (reference == null) {
      return Value.REF_NULL_VALUE;
    }
    if (reference.home() == this) {
      return reference.index();
    }
    Map<FunctionReference, Integer> known = numbers();
    Integer number = known.get(reference);
    if (number == null) {
      number = FIRST_FOREIGN - foreign.size();
      foreign.add(reference);
      known.put(reference, number);
    }
    return number;
  }

  /** Those of functions that it does not define; few instances need any. */
  private Map<FunctionReference, Integer> numbers() {
    Map<FunctionReference, Integer> known = numbers;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < imported.length; i++) {
        // By that index a function would be taken for one of the type that it is imported as.
        if (own(i).isOfType(module, module.functionType(i))) {
          known.putIfAbsent(own(i), i);
        }
      }
      numbers = known;
    }
    return known;
  }

  /** What a number refers to, as it crosses the seam. */
  CoreExtern.@Nullable Function function(int number) {
    FunctionReference reference = reference(number);
    return reference == null ? null : reference.function();
  }

  /** The number of what came across the seam. */
  int number(@Nullable Object function) {
    return number(function == null ? null : FunctionReference.to((CoreExtern.Function) function));
  }

  /**
   * The function of another instance that a number refers to, as compiled code calls functions of a
   * type here.
   *
   * @throws Trap if it is not of that type
   */
  MethodHandle foreign(int number, int type) {
    return called.computeIfAbsent(
        List.of(number, type),
        _ -> {
          FunctionReference function = reference(number);
          if (!function.hasType(module, type)) {
            throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH);
          }
          return function.compiled(module.signature(type), this);
        });
  }

  /** An imported function as compiled code calls it; most never are, so it is made when one is. */
  MethodHandle imported(int index) {
    MethodHandle target = imported[index];
    if (target == null) {
      target = own(index).compiled(signature(index), this);
      imported[index] = target;
    }
    return target;
  }

  Signature signature(int index) {
    return module.signature(module.functionType(index));
  }

  /** A function that this instance defines, callable by compiled code. */
  MethodHandle compiled(int index) {
    Instance here = instance;
    Forwarding forwarding = module.forwarding(index);
    if (forwarding != null) {
      return forwarding.handle(this);
    }
    MethodHandle function = module.code().function(index);
    MethodHandle bound =
        MethodHandles.insertArguments(
            function, function.type().parameterCount() - 2, here.memory(), here);
    return module.tailCalls(index) ? TailCalls.made(bound, signature(index), here) : bound;
  }

  /** A function that this instance defines, callable across the seam. */
  CoreExtern.Function seamFunction(FunctionReference reference) {
    Signature signature = signature(reference.index());
    return new CoreExtern.Function(
        signature.core(),
        module.names().function(reference.index()),
        reference,
        () -> Traps.guard(signature.toSeam(compiled(reference.index()), this)));
  }

  /** The table with an index. */
  TableView table(int index) {
    return (TableView) instance.table(index);
  }
}
