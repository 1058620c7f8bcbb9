package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.definition.CanonicalOptions.StringEncoding;

/** Strings in the three encodings (CanonicalABI, {@code load_string}, {@code store_string}). */
enum StringCodec implements Codec {
  INSTANCE;

  private static final int MAX_BYTE_LENGTH = (1 << 28) - 1;
  private static final int UTF16_TAG = 1 << 31;
  private static final char REPLACEMENT = '\uFFFD';

  @Override
  public Layout layout() {
    return Layout.RANGE;
  }

  @Override
  public Object load(Context context, long address) {
    MemorySegment memory = context.memory();
    long begin = Integer.toUnsignedLong(memory.get(ScalarCodec.INT, address));
    return liftFrom(context, begin, memory.get(ScalarCodec.INT, address + 4));
  }

  @Override
  public Object lift(Context context, Flat in) {
    long begin = in.nextAddress();
    return liftFrom(context, begin, (int) in.next());
  }

  @Override
  public void store(Context context, @Nullable Object value, long address) {
    long range = encode(context, Representation.require(String.class, value));
    context.memory().set(ScalarCodec.LONG, address, range);
  }

  @Override
  public void lower(Context context, @Nullable Object value, Flat out) {
    long range = encode(context, Representation.require(String.class, value));
    out.putInt((int) range);
    out.putInt((int) (range >>> 32));
  }

  /** The same as {@link #decode}, for the host, which may keep it. */
  static String liftFrom(Context context, long address, int taggedCodeUnits) {
    context.copying(2L * (taggedCodeUnits & ~UTF16_TAG));
    return decode(context, address, taggedCodeUnits);
  }

  /** The string at an address (CanonicalABI, {@code load_string_from_range}). */
  static String decode(Context context, long address, int taggedCodeUnits) {
    long units = Integer.toUnsignedLong(taggedCodeUnits);
    return switch (context.options().encoding()) {
      case UTF8 -> utf8(bytes(context, address, 1, units));
      case UTF16 -> utf16(bytes(context, address, 2, 2 * units));
      case LATIN1_UTF16 ->
          (taggedCodeUnits & UTF16_TAG) == 0
              ? new String(bytes(context, address, 2, units), StandardCharsets.ISO_8859_1)
              : utf16(bytes(context, address, 2, 2 * (units - (UTF16_TAG & 0xFFFF_FFFFL))));
    };
  }

  /**
   * Copies a string into another guest's memory; returns its address and (tagged) code units there,
   * as they lie in memory. Where both have the same encoding the bytes are copied once.
   */
  static long copy(Context from, long address, int taggedCodeUnits, Context to) {
    if (from.options().encoding() != StringEncoding.UTF8
        || to.options().encoding() != StringEncoding.UTF8) {
      return encode(to, decode(from, address, taggedCodeUnits));
    }
    long length = Integer.toUnsignedLong(taggedCodeUnits);
    checkBytes(from, address, 1, length);
    if (!isAscii(from.memory(), address, length)) {
      String _ = decode(from, address, taggedCodeUnits);
    }
    long there = to.allocate(1, length);
    MemorySegment.copy(from.memory(), address, to.memory(), there, length);
    return GuestValues.range(there, taggedCodeUnits);
  }

  private static boolean isAscii(MemorySegment memory, long address, long length) {
    long bits = 0;
    long position = 0;
    for (; position + Long.BYTES <= length; position += Long.BYTES) {
      bits |= memory.get(ScalarCodec.LONG, address + position);
    }
    for (; position < length; position++) {
      bits |= memory.get(ValueLayout.JAVA_BYTE, address + position);
    }
    return (bits & 0x8080_8080_8080_8080L) == 0;
  }

  private static void checkBytes(Context context, long address, int alignment, long byteLength) {
    if (byteLength > MAX_BYTE_LENGTH) {
      throw new Trap(Trap.Kind.STRING_TOO_LONG);
    }
    context.checkPointer(address, alignment, byteLength, Trap.Kind.STRING_OUT_OF_BOUNDS);
  }

  private static byte[] bytes(Context context, long address, int alignment, long byteLength) {
    checkBytes(context, address, alignment, byteLength);
    byte[] bytes = new byte[(int) byteLength];
    MemorySegment.copy(context.memory(), ValueLayout.JAVA_BYTE, address, bytes, 0, bytes.length);
    return bytes;
  }

  /** Java's fast decoder replaces what is malformed; only then is it worth looking closely. */
  private static String utf8(byte[] bytes) {
    String string = new String(bytes, StandardCharsets.UTF_8);
    if (string.indexOf(REPLACEMENT) < 0) {
      return string;
    }
    if (isWellFormedPrefix(bytes)) {
      throw new Trap(Trap.Kind.INVALID_UTF8, "invalid utf-8: incomplete utf-8 byte sequence");
    }
    return strictly(StandardCharsets.UTF_8, bytes, Trap.Kind.INVALID_UTF8);
  }

  /** Whether something is wrong with the bytes, but only that more would have to follow. */
  private static boolean isWellFormedPrefix(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return StandardCharsets.UTF_8
            .newDecoder()
            .decode(in, CharBuffer.allocate(bytes.length), false)
            .isUnderflow()
        && in.hasRemaining();
  }

  private static String utf16(byte[] bytes) {
    return strictly(StandardCharsets.UTF_16LE, bytes, Trap.Kind.INVALID_UTF16);
  }

  private static String strictly(Charset charset, byte[] bytes, Trap.Kind malformed) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException failure) {
      throw new Trap(malformed, malformed.words(), failure);
    }
  }

  /**
   * Puts a string into the guest's memory (CanonicalABI, {@code store_string_into_range}); returns
   * its address and (tagged) code units, as they lie in memory.
   */
  static long encode(Context context, String string) {
    return switch (context.options().encoding()) {
      case UTF8 -> {
        byte[] bytes = encoded(StandardCharsets.UTF_8, string);
        yield GuestValues.range(put(context, bytes, 1), bytes.length);
      }
      case UTF16 -> {
        byte[] bytes = encoded(StandardCharsets.UTF_16LE, string);
        yield GuestValues.range(put(context, bytes, 2), bytes.length / 2);
      }
      case LATIN1_UTF16 -> {
        if (string.chars().allMatch(c -> c < 0x100)) {
          byte[] bytes = string.getBytes(StandardCharsets.ISO_8859_1);
          yield GuestValues.range(put(context, bytes, 2), bytes.length);
        }
        byte[] bytes = encoded(StandardCharsets.UTF_16LE, string);
        yield GuestValues.range(put(context, bytes, 2), (bytes.length / 2) | UTF16_TAG);
      }
    };
  }

  private static long put(Context context, byte[] bytes, int alignment) {
    if (bytes.length > MAX_BYTE_LENGTH) {
      throw new IllegalArgumentException(
          "a string of %d bytes is longer than the canonical ABI allows".formatted(bytes.length));
    }
    long address = context.allocate(alignment, bytes.length);
    MemorySegment.copy(bytes, 0, context.memory(), ValueLayout.JAVA_BYTE, address, bytes.length);
    return address;
  }

  /** Java strings can hold unpaired surrogates, which no encoding has: each becomes U+FFFD. */
  private static byte[] encoded(Charset charset, String string) {
    return (hasSurrogates(string) ? wellFormed(string) : string).getBytes(charset);
  }

  private static boolean hasSurrogates(String string) {
    for (int i = 0; i < string.length(); i++) {
      if (Character.isSurrogate(string.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String wellFormed(String string) {
    StringBuilder wellFormed = new StringBuilder(string.length());
    string
        .codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .forEach(wellFormed::appendCodePoint);
    return wellFormed.toString();
  }
}
