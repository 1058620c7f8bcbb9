package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lists of numbers as primitive arrays, or of bytes as buffers or functions ({@link
 * DeferredBytes}). Lifted, a buffer is a read-only view of guest memory.
 *
 * @param elementSize the bytes of an element
 */
record NumericListCodec(Class<?> container, int elementSize) implements Codec {

  /** Arrays of a type: how to make one of a length, and how to see one as memory. */
  private record ArrayKind(IntFunction<Object> make, Function<Object, MemorySegment> asSegment) {}

  private static final Map<Class<?>, ArrayKind> ARRAYS =
      Map.of(
          byte[].class, new ArrayKind(byte[]::new, array -> MemorySegment.ofArray((byte[]) array)),
          short[].class,
              new ArrayKind(short[]::new, array -> MemorySegment.ofArray((short[]) array)),
          int[].class, new ArrayKind(int[]::new, array -> MemorySegment.ofArray((int[]) array)),
          long[].class, new ArrayKind(long[]::new, array -> MemorySegment.ofArray((long[]) array)),
          float[].class,
              new ArrayKind(float[]::new, array -> MemorySegment.ofArray((float[]) array)),
          double[].class,
              new ArrayKind(double[]::new, array -> MemorySegment.ofArray((double[]) array)));

  private static final NumericListCodec BYTES = new NumericListCodec(byte[].class, 1);

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

  /** The list at an address. */
  Object elements(Context context, long begin, long length) {
    ListCodec.checkRange(context, begin, length, elementSize, elementSize);
    if (container == ByteBuffer.class) {
      return context.readableMemory().slice((int) begin, (int) length * elementSize);
    }
    if (container == Function.class) {
      return DeferredBytes.of((byte[]) BYTES.elements(context, begin, length));
    }
    MemorySegment elements = context.memory().asSlice(begin, length * elementSize);
    context.copying(elements.byteSize());
    ArrayKind kind = arrayKind();
    Object array = kind.make().apply((int) length);
    kind.asSegment().apply(array).copyFrom(elements);
    return array;
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    long range = put(context, value);
    context.memory().set(ScalarCodec.LONG, address, range);
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    long range = put(context, value);
    out.putInt((int) range);
    out.putInt((int) (range >>> 32));
  }

  /** A list as memory. */
  MemorySegment asSegment(@Nullable Object value) {
    Object list = Representation.require(container, value);
    return list instanceof ByteBuffer buffer
        ? MemorySegment.ofBuffer(buffer)
        : arrayKind().asSegment().apply(list);
  }

  /** Puts a list into the guest's memory; returns its address and length, as they lie in memory. */
  long put(Context context, @Nullable Object value) {
    if (container == Function.class) {
      return DeferredBytes.put(context, value);
    }
    MemorySegment elements = asSegment(value);
    int length = (int) (elements.byteSize() / elementSize);
    long begin = ListCodec.allocate(context, length, elementSize, elementSize);
    context.memory().asSlice(begin, elements.byteSize()).copyFrom(elements);
    return GuestValues.range(begin, length);
  }

  private ArrayKind arrayKind() {
    ArrayKind kind = ARRAYS.get(container);
    if (kind == null) {
      throw new IllegalStateException(container + " is no container of numbers");
    }
    return kind;
  }
}
