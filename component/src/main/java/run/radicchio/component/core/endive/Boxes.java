package run.radicchio.component.core.endive;

import org.jspecify.annotations.Nullable;
import run.endive.wasm.types.ValType;

/** Numbers between the {@code long} that the engine packs them in and Java's boxes. */
final class Boxes {
  private Boxes() {}

  static Object unpack(ValType type, long bits) {
    return switch (type.opcode()) {
      case ValType.ID.I64 -> bits;
      case ValType.ID.F32 -> Float.intBitsToFloat((int) bits);
      case ValType.ID.F64 -> Double.longBitsToDouble(bits);
      default -> (int) bits;
    };
  }

  static long pack(ValType type, @Nullable Object value) {
    return switch (value) {
      case Integer i -> i;
      case Long l -> l;
      case Float f -> Float.floatToRawIntBits(f);
      case Double d -> Double.doubleToRawLongBits(d);
      case null, default ->
          throw new ClassCastException("a host function returned " + value + " for " + type);
    };
  }
}
