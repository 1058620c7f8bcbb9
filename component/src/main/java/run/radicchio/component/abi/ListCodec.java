package run.radicchio.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/** Lists of any length as {@code java.util.List}. */
record ListCodec(Codec element) implements Codec {
  static final int MAX_BYTE_LENGTH = (1 << 28) - 1;

  /** About what an element takes as Java objects: a reference and a header, */
  private static final int OBJECT_BYTES = 24;

  /** and what is in it, each part of which may be an object again. */
  private static final int OBJECTS_BYTES_PER_BYTE = 4;

  @Override
  public Layout layout() {
    return Layout.RANGE;
  }

  @Override
  public Object load(Context context, long address) {
    long begin = Integer.toUnsignedLong(context.memory().get(ScalarCodec.INT, address));
    long length = Integer.toUnsignedLong(context.memory().get(ScalarCodec.INT, address + 4));
    return elements(context, begin, length);
  }

  @Override
  public Object lift(Context context, Flat in) {
    long begin = in.nextAddress();
    return elements(context, begin, in.nextAddress());
  }

  private Object elements(Context context, long begin, long length) {
    checkRange(context, begin, length, element.size(), element.layout().alignment());
    countCopies(context, length, element.size());
    @Nullable Object[] values = new @Nullable Object[(int) length];
    for (int i = 0; i < length; i++) {
      values[i] = element.load(context, begin + (long) i * element.size());
    }
    return new LiftedList(values);
  }

  /** Counts the Java objects that elements of a size in guest memory will be. */
  static void countCopies(Context context, long length, int size) {
    context.copying(length * (OBJECT_BYTES + OBJECTS_BYTES_PER_BYTE * size));
  }

  /** Traps unless a guest's list is not too long, aligned and in bounds. */
  static void checkRange(Context context, long begin, long length, int size, int alignment) {
    long byteLength = length * size;
    if (byteLength > MAX_BYTE_LENGTH) {
      throw new Trap(Trap.Kind.LIST_TOO_LONG);
    }
    context.checkPointer(begin, alignment, byteLength, Trap.Kind.LIST_OUT_OF_BOUNDS);
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    List<?> values = Representation.require(List.class, value);
    long begin = put(context, values);
    context.memory().set(ScalarCodec.INT, address, (int) begin);
    context.memory().set(ScalarCodec.INT, address + 4, values.size());
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    List<?> values = Representation.require(List.class, value);
    out.put(put(context, values));
    out.putInt(values.size());
  }

  private long put(Context context, List<?> values) {
    long begin = allocate(context, values.size(), element.size(), element.layout().alignment());
    long address = begin;
    for (Object value : values) {
      element.store(context, value, address);
      address += element.size();
    }
    return begin;
  }

  /** Room in the guest's memory for a list. */
  static long allocate(Context context, int length, int size, int alignment) {
    long byteLength = (long) length * size;
    if (byteLength > MAX_BYTE_LENGTH) {
      throw new IllegalArgumentException(
          "a list of %d bytes is longer than the canonical ABI allows".formatted(byteLength));
    }
    return context.allocate(alignment, byteLength);
  }
}
