package run.radicchio.component.core.endive;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.TypeSection;
import run.radicchio.component.Trap;

/**
 * A function whose body only passes its parameters on to an element of a table: such are all
 * functions of the "shim" module by which a component breaks cycles between its core modules, and
 * many calls to the host go through one.
 *
 * <p>Input: the instructions of a function. Output: a method handle that looks the element up and
 * calls it, instead of compiled code that would box the arguments to reach another instance.
 *
 * @param table the index of the table
 * @param element the index in the table
 * @param type the type that the element must have
 */
record Forwarding(int table, int element, int type) {

  /** Reads a function's body; null where it does more, or something else. */
  static @Nullable Forwarding of(
      TypeSection types, int type, List<AnnotatedInstruction> instructions) {
    int parameters = types.getType(type).params().size();
    if (instructions.size() != parameters + 3) {
      return null;
    }
    for (int i = 0; i < parameters; i++) {
      AnnotatedInstruction get = instructions.get(i);
      if (get.opcode() != OpCode.LOCAL_GET || get.operand(0) != i) {
        return null;
      }
    }
    AnnotatedInstruction element = instructions.get(parameters);
    AnnotatedInstruction call = instructions.get(parameters + 1);
    AnnotatedInstruction end = instructions.get(parameters + 2);
    if (element.opcode() != OpCode.I32_CONST
        || call.opcode() != OpCode.CALL_INDIRECT
        || end.opcode() != OpCode.END
        || !types.canonicallyEquivalent((int) call.operand(0), type)) {
      return null;
    }
    return new Forwarding((int) call.operand(1), (int) element.operand(0), type);
  }

  /** The function in an instance, of the type of compiled code. */
  MethodHandle handle(FunctionSpace space) {
    Signature signature = space.module().signature(type);
    MethodHandle target = TARGET.bindTo(new Element(space, this, signature));
    return MethodHandles.foldArguments(MethodHandles.exactInvoker(signature.compiled()), target);
  }

  /** The element of one instance's table, and what it was when it was last called. */
  private static final class Element {
    private final FunctionSpace space;
    private final Forwarding forwarding;
    private final Signature signature;
    private @Nullable FunctionReference known;
    private @Nullable MethodHandle target;

    Element(FunctionSpace space, Forwarding forwarding, Signature signature) {
      this.space = space;
      this.forwarding = forwarding;
      this.signature = signature;
    }

    @SuppressWarnings("UnusedMethod") // by its handle
    MethodHandle target() {
      FunctionReference now =
          space.table(forwarding.table()).table().required(forwarding.element());
      if (now != known) {
        if (!now.hasType(space.module(), forwarding.type())) {
          throw new Trap(Trap.Kind.INDIRECT_CALL_TYPE_MISMATCH);
        }
        target = now.compiled(signature, space);
        known = now;
      }
      return target;
    }
  }

  private static final MethodHandle TARGET;

  static {
    try {
      TARGET =
          MethodHandles.lookup()
              .findVirtual(Element.class, "target", methodType(MethodHandle.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
