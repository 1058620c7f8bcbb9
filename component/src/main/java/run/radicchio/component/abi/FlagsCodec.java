package run.radicchio.component.abi;

import java.lang.foreign.ValueLayout;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Flags, at most 32.
 *
 * @param count how many
 * @param make the Java value of bits, among which are none beyond the count
 * @param bitsOf the bits of a Java value
 */
record FlagsCodec(int count, IntFunction<Object> make, ToIntFunction<Object> bitsOf)
    implements Codec {

  @Override
  public Layout layout() {
    return Layout.flags(count);
  }

  @Override
  public Object load(Context context, long address) {
    return fromBits(
        switch (size()) {
          case 1 -> context.memory().get(ValueLayout.JAVA_BYTE, address);
          case 2 -> context.memory().get(ScalarCodec.SHORT, address);
          default -> context.memory().get(ScalarCodec.INT, address);
        });
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    int bits = bits(value);
    switch (size()) {
      case 1 -> context.memory().set(ValueLayout.JAVA_BYTE, address, (byte) bits);
      case 2 -> context.memory().set(ScalarCodec.SHORT, address, (short) bits);
      default -> context.memory().set(ScalarCodec.INT, address, bits);
    }
  }

  @Override
  public Object lift(Context context, Flat in) {
    return fromBits((int) in.next());
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    out.putInt(bits(value));
  }

  /** Bits beyond the last flag mean nothing. */
  private Object fromBits(int bits) {
    return make.apply(count == 32 ? bits : bits & ((1 << count) - 1));
  }

  private int bits(@Nullable Object value) {
    return bitsOf.applyAsInt(Representation.require(Object.class, value));
  }
}
