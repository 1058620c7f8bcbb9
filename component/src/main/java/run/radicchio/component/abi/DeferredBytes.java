package run.radicchio.component.abi;

import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are copied once it is known where to: in Java a function that is given what makes a
 * buffer of a length, has one made, fills it, and returns it.
 */
final class DeferredBytes {
  private DeferredBytes() {}

  /** A function that copies bytes that are there. */
  static Function<IntFunction<ByteBuffer>, ByteBuffer> of(byte[] bytes) {
    return make -> make.apply(bytes.length).put(bytes).flip();
  }

  /** The bytes that a function copies. */
  static byte[] bytes(@Nullable Object function) {
    return filled(function, ByteBuffer::allocate).array();
  }

  /** Has a function copy into the guest's memory; returns the address and length, as they lie. */
  static long put(Context context, @Nullable Object function) {
    Room room = new Room(context);
    filled(function, room);
    return room.range();
  }

  @SuppressWarnings("unchecked") // of such a type by its binding
  private static ByteBuffer filled(@Nullable Object function, IntFunction<ByteBuffer> make) {
    return ((Function<IntFunction<ByteBuffer>, ByteBuffer>)
            Representation.require(Function.class, function))
        .apply(make);
  }

  /** Room in the guest's memory, for one list. */
  private static final class Room implements IntFunction<ByteBuffer> {
    private final Context context;
    private long begin;
    private int length = -1;

    Room(Context context) {
      this.context = context;
    }

    @Override
    public ByteBuffer apply(int bytes) {
      if (length >= 0 || bytes < 0) {
        throw new IllegalArgumentException(
            "the bytes of a list go into one buffer, of their number, and not into one of "
                + bytes);
      }
      begin = ListCodec.allocate(context, bytes, 1, 1);
      length = bytes;
      return context.writableMemory().slice((int) begin, bytes);
    }

    long range() {
      if (length < 0) {
        throw new IllegalArgumentException("the bytes of a list were copied to no buffer");
      }
      return GuestValues.range(begin, length);
    }
  }
}
