package run.radicchio.component.adapter;

import static run.radicchio.component.adapter.Descriptors.INT;
import static run.radicchio.component.adapter.Descriptors.type;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import run.radicchio.component.type.CoreType.NumberType;

/**
 * Conversions between the core type of a case's value and that which the cases of a variant have
 * joined (CanonicalABI, {@code lift_flat_variant}, {@code lower_flat_variant}).
 */
final class Joins {
  private static final ClassDesc FLOAT = Descriptors.of(Float.class);
  private static final ClassDesc DOUBLE = Descriptors.of(Double.class);

  private Joins() {}

  /** Converts what is on the stack from the joined type. */
  static void narrow(CodeBuilder code, NumberType joined, NumberType wanted) {
    if (joined == wanted) {
      return;
    }
    if (joined == NumberType.I64 && wanted != NumberType.F64) {
      code.l2i();
    }
    switch (wanted) {
      case F32 -> code.invokestatic(FLOAT, "intBitsToFloat", type(ConstantDescs.CD_float, INT));
      case F64 ->
          code.invokestatic(
              DOUBLE, "longBitsToDouble", type(ConstantDescs.CD_double, Descriptors.LONG));
      default -> {}
    }
  }

  /** Converts what is on the stack to the joined type. */
  static void widen(CodeBuilder code, NumberType given, NumberType joined) {
    if (given == joined) {
      return;
    }
    switch (given) {
      case F32 -> code.invokestatic(FLOAT, "floatToRawIntBits", type(INT, ConstantDescs.CD_float));
      case F64 ->
          code.invokestatic(
              DOUBLE, "doubleToRawLongBits", type(Descriptors.LONG, ConstantDescs.CD_double));
      default -> {}
    }
    if (joined == NumberType.I64 && given != NumberType.F64) {
      code.i2l().loadConstant(0xFFFF_FFFFL).land();
    }
  }
}
