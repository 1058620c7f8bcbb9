package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.OBJECT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.binding.Binding;
import run.radicchio.component.type.PrimitiveType;

/**
 * What values are on the operand stack: a primitive is itself, all else an {@code Object}, since
 * generated code cannot name the classes of the host.
 */
final class Carriers {
  private Carriers() {}

  /** That of a binding; {@code void} where there is none. */
  static Class<?> of(@Nullable Binding binding) {
    return switch (binding) {
      case null -> void.class;
      case Binding.Scalar(PrimitiveType type) -> of(type);
      default -> Object.class;
    };
  }

  private static Class<?> of(PrimitiveType type) {
    return switch (type) {
      case BOOL -> boolean.class;
      case S8, U8 -> byte.class;
      case S16, U16 -> short.class;
      case S32, U32, CHAR -> int.class;
      case S64, U64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
      case STRING, ERROR_CONTEXT -> Object.class;
    };
  }

  static ClassDesc descriptor(@Nullable Binding binding) {
    return Descriptors.of(of(binding));
  }

  static TypeKind kind(@Nullable Binding binding) {
    return TypeKind.from(of(binding));
  }

  /** Makes an object of what is on the stack: null where there is no binding. */
  static void box(CodeBuilder code, @Nullable Binding binding) {
    if (binding == null) {
      code.aconst_null();
      return;
    }
    Class<?> primitive = of(binding);
    if (primitive.isPrimitive()) {
      ClassDesc box = boxOf(primitive);
      code.invokestatic(box, "valueOf", type(box, Descriptors.of(primitive)));
    }
  }

  /** Takes what is on the stack out of its object; drops it where there is no binding. */
  static void unbox(CodeBuilder code, @Nullable Binding binding) {
    if (binding == null) {
      code.pop();
      return;
    }
    Class<?> primitive = of(binding);
    if (primitive.isPrimitive()) {
      ClassDesc box = boxOf(primitive);
      code.invokestatic(Descriptors.GUEST_VALUES, "present", type(OBJECT, OBJECT))
          .checkcast(box)
          .invokevirtual(
              box, primitive.getName() + "Value", MethodTypeDesc.of(Descriptors.of(primitive)));
    }
  }

  private static ClassDesc boxOf(Class<?> primitive) {
    return Descriptors.of(MethodType.methodType(primitive).wrap().returnType());
  }
}
