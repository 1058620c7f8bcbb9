package run.radicchio.component.abi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;

class DeferredBytesTest {
  private static final byte[] BYTES = {1, 2, 3, -4, 5};

  private final FakeGuest guest = new FakeGuest(StringEncoding.UTF8);
  private final NumericListCodec arrays = new NumericListCodec(byte[].class, 1);
  private final NumericListCodec functions = new NumericListCodec(Function.class, 1);

  private long put(Function<IntFunction<ByteBuffer>, ByteBuffer> function) {
    return functions.put(guest.context, function);
  }

  private Object in(long range, NumericListCodec codec) {
    return codec.elements(guest.context, range & 0xFFFF_FFFFL, range >>> 32);
  }

  @Test
  void functionCopiesIntoGuestMemory() {
    long range = put(make -> make.apply(BYTES.length).put(BYTES));
    assertArrayEquals(BYTES, (byte[]) in(range, arrays));
    assertArrayEquals(new byte[0], (byte[]) in(put(make -> make.apply(0)), arrays));
  }

  @Test
  void whatAGuestGivesIsCopiedAtOnce() {
    long range = put(DeferredBytes.of(BYTES));
    Object lifted = in(range, functions);
    guest.segment().fill((byte) 0);
    assertArrayEquals(BYTES, DeferredBytes.bytes(lifted));
  }

  @Test
  void functionAsksForOneBuffer() {
    IllegalArgumentException twice =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                put(
                    make -> {
                      var _ = make.apply(1);
                      return make.apply(2);
                    }));
    assertEquals(
        "the bytes of a list go into one buffer, of their number, and not into one of 2",
        twice.getMessage());
    IllegalArgumentException never =
        assertThrows(IllegalArgumentException.class, () -> put(_ -> ByteBuffer.allocate(1)));
    assertEquals("the bytes of a list were copied to no buffer", never.getMessage());
  }
}
