package run.radicchio.component.adapter;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import run.radicchio.component.abi.Context;
import run.radicchio.component.abi.GuestCopies;
import run.radicchio.component.abi.GuestValues;
import run.radicchio.component.type.CoreType.NumberType;

/** The names of what generated code refers to. */
final class Descriptors {
  static final ClassDesc INT = ConstantDescs.CD_int;
  static final ClassDesc LONG = ConstantDescs.CD_long;
  static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  static final ClassDesc OBJECTS = OBJECT.arrayType();
  static final ClassDesc CONTEXT = of(Context.class);
  static final ClassDesc MEMORY = of(MemorySegment.class);
  static final ClassDesc GUEST_VALUES = of(GuestValues.class);
  static final ClassDesc GUEST_COPIES = of(GuestCopies.class);

  private Descriptors() {}

  static ClassDesc of(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  static MethodTypeDesc type(ClassDesc result, ClassDesc... parameters) {
    return MethodTypeDesc.of(result, parameters);
  }

  /** The Java type of a core number. */
  static ClassDesc of(NumberType type) {
    return switch (type) {
      case I32 -> INT;
      case I64 -> LONG;
      case F32 -> ConstantDescs.CD_float;
      case F64 -> ConstantDescs.CD_double;
      case V128 -> throw new IllegalArgumentException("no vector crosses");
    };
  }

  /** The core number that a Java type is of. */
  static NumberType number(Class<?> type) {
    return switch (TypeKind.from(type)) {
      case INT -> NumberType.I32;
      case LONG -> NumberType.I64;
      case FLOAT -> NumberType.F32;
      case DOUBLE -> NumberType.F64;
      default -> throw new IllegalArgumentException(type + " is no core number");
    };
  }

  static TypeKind kind(NumberType type) {
    return TypeKind.from(of(type));
  }
}
