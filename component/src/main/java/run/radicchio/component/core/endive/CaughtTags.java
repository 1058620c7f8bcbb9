package run.radicchio.component.core.endive;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import run.endive.runtime.Instance;
import run.endive.runtime.TagInstance;
import run.endive.runtime.WasmException;

/**
 * A pass over the class of what compiled code shares.
 *
 * <p>Input: the class, whose method that says whether an exception is caught takes any tag of the
 * same type for the one it was thrown with, where a module imports its tag. Output: the same class
 * where that method compares the tags themselves. Reason: two instances may each have a tag of that
 * type, and catching one means nothing to the other (core specification, "throw_ref").
 */
final class CaughtTags {
  private static final String METHOD = "exceptionMatches";
  private static final ClassDesc INSTANCE = Instance.class.describeConstable().orElseThrow();
  private static final ClassDesc TAG = TagInstance.class.describeConstable().orElseThrow();
  private static final ClassDesc EXCEPTION = WasmException.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc TYPE =
      MethodTypeDesc.of(CD_boolean, EXCEPTION, CD_int, INSTANCE);
  private static final MethodTypeDesc TAG_BY_INDEX = MethodTypeDesc.of(TAG, CD_int);

  private CaughtTags() {}

  static byte[] rewrite(ClassModel classModel) {
    return ClassFile.of()
        .transformClass(
            classModel,
            (builder, element) -> {
              if (element instanceof MethodModel method
                  && method.methodName().equalsString(METHOD)
                  && method.methodTypeSymbol().equals(TYPE)) {
                builder.withMethodBody(
                    method.methodName(),
                    method.methodType(),
                    method.flags().flagsMask(),
                    CaughtTags::compare);
              } else {
                builder.with(element);
              }
            });
  }

  private static void compare(CodeBuilder code) {
    int exception = code.parameterSlot(0);
    int tag = code.parameterSlot(1);
    int instance = code.parameterSlot(2);
    code.aload(instance)
        .iload(tag)
        .invokevirtual(INSTANCE, "tag", TAG_BY_INDEX)
        .aload(exception)
        .invokevirtual(EXCEPTION, "instance", MethodTypeDesc.of(INSTANCE))
        .aload(exception)
        .invokevirtual(EXCEPTION, "tagIdx", MethodTypeDesc.of(CD_int))
        .invokevirtual(INSTANCE, "tag", TAG_BY_INDEX)
        .ifThenElse(
            Opcode.IF_ACMPEQ,
            same -> same.iconst_1().ireturn(),
            other -> other.iconst_0().ireturn());
  }
}
