package run.radicchio.component.core.endive;

import static java.lang.constant.ConstantDescs.CD_MethodHandle;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.IntPredicate;
import run.endive.runtime.Instance;

/**
 * A pass over the classes that Endive compiles a module to.
 *
 * <p>Input: a class with a method {@code func_N} for each imported function, which packs its
 * arguments in a {@code long[]} and calls an interface. Output: the same class where these methods
 * call the handle that {@link ForeignFunctions#imported} gives with the arguments as they are.
 * Reason: a guest's calls to its host are the hot path of everything above, and the packing costs
 * more than many of them.
 */
final class ImportCalls {
  private static final ClassDesc INSTANCE = Instance.class.describeConstable().orElseThrow();
  private static final ClassDesc FUNCTIONS =
      ForeignFunctions.class.describeConstable().orElseThrow();

  /** A method ends with the memory and the instance that it runs in. */
  private static final int TRAILING = 2;

  private ImportCalls() {}

  /**
   * Rewrites a class.
   *
   * @param isImport says of a method whether it calls an imported function
   */
  static byte[] rewrite(ClassModel classModel, IntPredicate isImport) {
    return ClassFile.of()
        .transformClass(
            classModel,
            (builder, element) -> {
              if (element instanceof MethodModel method
                  && GuestNames.functionIndex(method) >= 0
                  && isImport.test(GuestNames.functionIndex(method))) {
                builder.withMethodBody(
                    method.methodName(),
                    method.methodType(),
                    method.flags().flagsMask(),
                    code -> call(code, method));
              } else {
                builder.with(element);
              }
            });
  }

  private static void call(CodeBuilder code, MethodModel method) {
    MethodTypeDesc type = method.methodTypeSymbol();
    int parameters = type.parameterCount() - TRAILING;
    code.aload(code.parameterSlot(parameters + 1))
        .loadConstant(GuestNames.functionIndex(method))
        .invokestatic(FUNCTIONS, "imported", MethodTypeDesc.of(CD_MethodHandle, INSTANCE, CD_int));
    for (int i = 0; i < parameters; i++) {
      code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
    }
    code.invokevirtual(
            CD_MethodHandle,
            "invokeExact",
            type.dropParameterTypes(parameters, parameters + TRAILING))
        .return_(TypeKind.from(type.returnType()));
  }
}
