package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.runtime.ErrorContext;
import run.radicchio.component.type.PrimitiveType;

/** Primitives other than strings, as boxes of the same width. */
record ScalarCodec(PrimitiveType type) implements Codec {
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Whether every bit pattern is a value that stands for itself, so that bytes can be copied. */
  boolean isPlain() {
    return switch (type) {
      case S8, U8, S16, U16, S32, U32, S64, U64 -> true;
      case BOOL, F32, F64, CHAR, STRING, ERROR_CONTEXT -> false;
    };
  }

  @Override
  public Layout layout() {
    return Layout.of(type);
  }

  @Override
  public Object load(Context context, long address) {
    MemorySegment memory = context.memory();
    return fromBits(
        context,
        switch (size()) {
          case 1 -> memory.get(ValueLayout.JAVA_BYTE, address) & 0xFF;
          case 2 -> memory.get(SHORT, address) & 0xFFFF;
          case 4 -> Integer.toUnsignedLong(memory.get(INT, address));
          default -> memory.get(LONG, address);
        });
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    long bits = toBits(context, value);
    MemorySegment memory = context.memory();
    switch (size()) {
      case 1 -> memory.set(ValueLayout.JAVA_BYTE, address, (byte) bits);
      case 2 -> memory.set(SHORT, address, (short) bits);
      case 4 -> memory.set(INT, address, (int) bits);
      default -> memory.set(LONG, address, bits);
    }
  }

  @Override
  public Object lift(Context context, Flat in) {
    return fromBits(context, in.next());
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    out.put(toBits(context, value));
  }

  private Object fromBits(Context context, long bits) {
    return switch (type) {
      case BOOL -> (int) bits != 0;
      case S8, U8 -> (byte) bits;
      case S16, U16 -> (short) bits;
      case S32, U32 -> (int) bits;
      case S64, U64 -> bits;
      case F32 -> Bits.canonical(Bits.toFloat(bits));
      case F64 -> Bits.canonical(Bits.toDouble(bits));
      case CHAR -> checkedChar((int) bits);
      case ERROR_CONTEXT -> context.instance().handle((int) bits, ErrorContext.class);
      case STRING -> throw new IllegalStateException("strings have a codec of their own");
    };
  }

  /** Numbers of less than 32 bits are extended by their sign or by zeros, as flat values are. */
  private long toBits(Context context, @Nullable Object value) {
    return switch (type) {
      case BOOL -> Representation.require(Boolean.class, value) ? 1 : 0;
      case S8 -> Bits.ofInt(Representation.require(Byte.class, value));
      case U8 -> Representation.require(Byte.class, value) & 0xFF;
      case S16 -> Bits.ofInt(Representation.require(Short.class, value));
      case U16 -> Representation.require(Short.class, value) & 0xFFFF;
      case S32, U32 -> Bits.ofInt(Representation.require(Integer.class, value));
      case S64, U64 -> Representation.require(Long.class, value);
      case F32 -> Bits.ofFloat(Bits.canonical(Representation.require(Float.class, value)));
      case F64 -> Bits.ofDouble(Bits.canonical(Representation.require(Double.class, value)));
      case CHAR -> lowerableChar(Representation.require(Integer.class, value));
      case ERROR_CONTEXT ->
          context.instance().handles().add(Representation.require(ErrorContext.class, value));
      case STRING -> throw new IllegalStateException("strings have a codec of their own");
    };
  }

  static int checkedChar(int codePoint) {
    if (!isScalarValue(codePoint)) {
      throw new Trap(Trap.Kind.INVALID_CHAR);
    }
    return codePoint;
  }

  static int lowerableChar(int codePoint) {
    if (!isScalarValue(codePoint)) {
      throw new IllegalArgumentException(
          "0x%x is no Unicode scalar value, so no char".formatted(codePoint));
    }
    return codePoint;
  }

  private static boolean isScalarValue(int codePoint) {
    return Character.isValidCodePoint(codePoint)
        && !(Character.MIN_SURROGATE <= codePoint && codePoint <= Character.MAX_SURROGATE);
  }
}
