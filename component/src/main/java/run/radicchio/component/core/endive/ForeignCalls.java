package run.radicchio.component.core.endive;

import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.OpCode;

/**
 * A pass over the classes that Endive compiles a module to.
 *
 * <p>Input: classes in which a tail call by a table must not leave the instance, and in which the
 * number of a reference to a function is its index where it is called or cast. Output: the same
 * classes where numbers of functions of others (see {@link FunctionSpace}) mean these functions, by
 * what {@link ForeignFunctions} does. Reason: without it right calls trap. Other calls by a table
 * are what {@link TableView} mends.
 */
final class ForeignCalls {
  private static final ClassDesc FUNCTIONS =
      ForeignFunctions.class.describeConstable().orElseThrow();
  private static final ClassDesc INSTANCE = Instance.class.describeConstable().orElseThrow();
  private static final ClassDesc MEMORY = Memory.class.describeConstable().orElseThrow();
  private static final ClassDesc LONGS = CD_long.arrayType();

  private static final String TAIL_CALL = "setTailCallIndirect";
  private static final String TAIL_CALL_WITH_REFERENCES = "setTailCallIndirectWithRefs";
  private static final MethodTypeDesc TAIL_CALL_TYPE =
      MethodTypeDesc.of(CD_void, LONGS, CD_int, CD_int, CD_int, INSTANCE);
  private static final MethodTypeDesc TAIL_CALL_WITH_REFERENCES_TYPE =
      TAIL_CALL_TYPE.insertParameterTypes(1, CD_Object.arrayType());

  private static final String MATCHES = "heapTypeMatch";
  private static final MethodTypeDesc MATCHES_TYPE =
      MethodTypeDesc.of(CD_boolean, CD_long, CD_boolean, CD_int, CD_int);

  /** Methods that call a function of a type, by its number or the element of a table. */
  private static final String CALL = "call_indirect_";

  /** What their parameters end with; the table is -1 where it is a number. */
  private static final MethodTypeDesc CALL_END =
      MethodTypeDesc.of(CD_void, CD_int, CD_int, MEMORY, INSTANCE);

  private static final MethodTypeDesc TARGET_TYPE =
      MethodTypeDesc.of(CD_MethodHandle, INSTANCE, CD_int, CD_int);

  private ForeignCalls() {}

  /** Whether a module calls functions by references, so that {@link #rewrite} is for it. */
  static boolean areIn(WasmModule module) {
    for (FunctionBody body : module.codeSection().functionBodies()) {
      for (AnnotatedInstruction instruction : body.instructions()) {
        if (instruction.opcode() == OpCode.CALL_REF) {
          return true;
        }
      }
    }
    return false;
  }

  /** Rewrites the class of what compiled code shares. */
  static byte[] rewriteShared(ClassModel shared) {
    ClassTransform tailCalls =
        (builder, element) -> {
          if (element instanceof MethodModel method && isTailCall(method)) {
            builder.withMethodBody(
                method.methodName(),
                method.methodType(),
                method.flags().flagsMask(),
                code -> forward(code, method));
          } else {
            builder.with(element);
          }
        };
    return ClassFile.of()
        .transformClass(
            shared, tailCalls.andThen(ClassTransform.transformingMethodBodies(ForeignCalls::cast)));
  }

  private static boolean isTailCall(MethodModel method) {
    return switch (method.methodName().stringValue()) {
      case TAIL_CALL -> method.methodTypeSymbol().equals(TAIL_CALL_TYPE);
      case TAIL_CALL_WITH_REFERENCES ->
          method.methodTypeSymbol().equals(TAIL_CALL_WITH_REFERENCES_TYPE);
      default -> false;
    };
  }

  private static void forward(CodeBuilder code, MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    loadParameters(code, type, type.parameterCount());
    code.invokestatic(FUNCTIONS, method.methodName().stringValue(), type).return_();
  }

  private static void loadParameters(CodeBuilder code, MethodTypeDesc type, int count) {
    for (int i = 0; i < count; i++) {
      code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
    }
  }

  private static void cast(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.name().equalsString(MATCHES)
        && call.typeSymbol().equals(MATCHES_TYPE)) {
      code.invokestatic(FUNCTIONS, MATCHES, MATCHES_TYPE.insertParameterTypes(0, INSTANCE));
    } else {
      code.with(element);
    }
  }

  /** Rewrites any other class of a module that calls functions by references. */
  static byte[] rewrite(ClassModel model) {
    return ClassFile.of()
        .transformClass(
            model,
            (builder, element) -> {
              if (element instanceof MethodModel method && isCall(method)) {
                builder.transformMethod(
                    method, MethodTransform.transformingCode(callsForeign(method)));
              } else {
                builder.with(element);
              }
            });
  }

  private static boolean isCall(MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    int end = type.parameterCount() - CALL_END.parameterCount();
    return method.methodName().stringValue().startsWith(CALL)
        && end >= 0
        && type.parameterList().subList(end, type.parameterCount()).equals(CALL_END.parameterList())
        // Parameters that are too many for Java are one array.
        && !(end == 1 && type.parameterType(0).equals(LONGS));
  }

  /** Begins a method with what it does for the number of a foreign function. */
  private static CodeTransform callsForeign(MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    int arguments = type.parameterCount() - CALL_END.parameterCount();
    int typeIndex = Integer.parseInt(method.methodName().stringValue().substring(CALL.length()));
    return new CodeTransform() {
      @Override
      public void atStart(CodeBuilder code) {
        Label isOwn = code.newLabel();
        int number = code.parameterSlot(arguments);
        int table = code.parameterSlot(arguments + 1);
        code.iload(table)
            .iconst_m1()
            .if_icmpne(isOwn)
            .iload(number)
            .loadConstant(FunctionSpace.FIRST_FOREIGN)
            .if_icmpgt(isOwn)
            .aload(code.parameterSlot(arguments + 3))
            .iload(number)
            .loadConstant(typeIndex)
            .invokestatic(FUNCTIONS, "target", TARGET_TYPE);
        loadParameters(code, type, arguments);
        code.invokevirtual(
                CD_MethodHandle,
                "invokeExact",
                type.dropParameterTypes(arguments, type.parameterCount()))
            .return_(TypeKind.from(type.returnType()))
            .labelBinding(isOwn);
      }

      @Override
      public void accept(CodeBuilder code, CodeElement element) {
        code.with(element);
      }
    };
  }
}
