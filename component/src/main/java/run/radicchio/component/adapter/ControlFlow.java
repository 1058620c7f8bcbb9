package run.radicchio.component.adapter;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Repetitions and choices in generated code. */
final class ControlFlow {
  private static final ClassDesc FUNCTION = Descriptors.of(Function.class);

  private ControlFlow() {}

  /**
   * Pops a number and runs what belongs to it.
   *
   * @param count above which it is not
   * @param each writes what belongs to a number; all must leave the same on the stack
   */
  static void choose(CodeBuilder code, int count, IntConsumer each) {
    Label end = code.newLabel();
    List<Label> labels = new ArrayList<>();
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(code.newLabel());
      cases.add(SwitchCase.of(i, labels.get(i)));
    }
    code.tableswitch(0, count - 1, labels.getLast(), cases);
    for (int i = 0; i < count; i++) {
      code.labelBinding(labels.get(i));
      each.accept(i);
      code.goto_(end);
    }
    code.labelBinding(end);
  }

  /** Gives the object on the stack to a function, and pushes what that returns. */
  static void apply(AdapterClass owner, CodeBuilder code, Function<Object, Object> function) {
    owner.pushConstant(code, function, FUNCTION);
    code.swap()
        .invokeinterface(
            FUNCTION, "apply", Descriptors.type(Descriptors.OBJECT, Descriptors.OBJECT));
  }

  /** A new local variable that is zero or null. */
  static int zero(CodeBuilder code, TypeKind kind) {
    int local = code.allocateLocal(kind);
    switch (kind.asLoadable()) {
      case LONG -> code.lconst_0();
      case FLOAT -> code.fconst_0();
      case DOUBLE -> code.dconst_0();
      case REFERENCE -> code.aconst_null();
      default -> code.iconst_0();
    }
    code.storeLocal(kind, local);
    return local;
  }

  /**
   * Repeats code for each number below another.
   *
   * @param end the local variable of that number
   * @param body is given the local variable of the number
   */
  static void repeat(CodeBuilder code, int end, IntConsumer body) {
    int index = code.allocateLocal(TypeKind.INT);
    code.iconst_0().istore(index);
    Label test = code.newBoundLabel();
    Label after = code.newLabel();
    code.iload(index).iload(end).if_icmpge(after);
    body.accept(index);
    code.iinc(index, 1).goto_(test).labelBinding(after);
  }
}
