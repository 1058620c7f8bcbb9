package run.radicchio.component.binary;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import run.radicchio.component.MalformedComponentException;

/**
 * Reads a part of a component's bytes from front to back.
 *
 * <p>Every method takes what is expected, in words, and throws {@link MalformedComponentException}
 * with those words where the bytes are something else or end too early. Offsets are from the start
 * of the file.
 */
public final class BinaryReader {
  private static final int MAX_NAME_BYTES = 100_000;

  /** What Java puts in place of bytes that are not in UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private final byte[] bytes;
  private int limit;
  private int position;

  /** Reads all of a file. The bytes are not copied and must not change. */
  public BinaryReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private BinaryReader(byte[] bytes, int start, int limit) {
    this.bytes = bytes;
    this.position = start;
    this.limit = limit;
  }

  /** Where the next byte is. */
  public int offset() {
    return position;
  }

  /** Whether nothing is left. */
  public boolean atEnd() {
    return position == limit;
  }

  /** How many bytes are left. */
  public int remaining() {
    return limit - position;
  }

  /** The next byte, which stays the next. */
  public int peek(String expected) {
    if (atEnd()) {
      throw endOfFile(expected);
    }
    return bytes[position] & 0xff;
  }

  /** A byte. */
  public int u8(String expected) {
    int value = peek(expected);
    position++;
    return value;
  }

  /** A byte that says of two things which: 0 for false, 1 for true. */
  public boolean flag(String expected) {
    int value = u8(expected);
    if (value > 1) {
      throw unexpectedByte(value, expected);
    }
    return value == 1;
  }

  /** An unsigned LEB128 of 32 bits: to be compared as unsigned. */
  public int u32(String expected) {
    return u32("", expected);
  }

  /** The same of something expected, in words that are put together where it is not there. */
  private int u32(String property, String expected) {
    int start = position;
    int result = 0;
    for (int shift = 0; ; shift += 7) {
      if (atEnd()) {
        throw endOfFile(property + expected);
      }
      int next = bytes[position++] & 0xff;
      if (shift == 28 && (next & 0xf0) != 0) {
        throw new MalformedComponentException(
            (next & 0x80) != 0
                ? "integer representation too long: expected " + property + expected
                : "integer too large: expected " + property + expected + " of at most 32 bits",
            start);
      }
      result |= (next & 0x7f) << shift;
      if ((next & 0x80) == 0) {
        return result;
      }
    }
  }

  /** An unsigned LEB128 of 64 bits: to be compared as unsigned. */
  public long u64(String expected) {
    int start = position;
    long result = 0;
    for (int shift = 0; ; shift += 7) {
      int next = u8(expected);
      if (shift == 63 && (next & 0xfe) != 0) {
        throw new MalformedComponentException(
            "integer too large: expected " + expected + " of at most 64 bits", start);
      }
      result |= (next & 0x7fL) << shift;
      if ((next & 0x80) == 0) {
        return result;
      }
    }
  }

  /**
   * Whether the next is the opcode of a type rather than the index of one: indices are signed
   * LEB128 of 33 bits that are not negative, opcodes are bytes that would be negative ones.
   */
  public boolean atOpcode(String expected) {
    int next = peek(expected);
    return next >= 0x40 && next <= 0x7f;
  }

  /** The index of a type, as a signed LEB128 of 33 bits that is not negative. */
  public int s33Index(String expected) {
    int start = position;
    long result = 0;
    for (int shift = 0; ; shift += 7) {
      int next = u8(expected);
      result |= (next & 0x7fL) << shift;
      if ((next & 0x80) == 0) {
        boolean negative = (next & 0x40) != 0;
        if (negative || result > 0xffff_ffffL) {
          throw new MalformedComponentException(
              "integer out of range: expected " + expected + " of 32 bits", start);
        }
        return (int) result;
      }
      if (shift == 28) {
        throw new MalformedComponentException(
            "integer representation too long: expected " + expected, start);
      }
    }
  }

  /** A string in UTF-8, after its length in bytes. */
  public String name(String expected) {
    int length = u32("the length of ", expected);
    int start = position;
    require(length, "", expected);
    if (length > MAX_NAME_BYTES) {
      throw new MalformedComponentException(
          expected + " is longer than " + MAX_NAME_BYTES + " bytes", start);
    }
    position += length;
    String name = new String(bytes, start, length, StandardCharsets.UTF_8);
    if (name.indexOf(REPLACEMENT) >= 0) {
      checkUtf8(start, length, expected);
    }
    return name;
  }

  /** Tells whether a replacement character is one that was there, or stands for a mistake. */
  private void checkUtf8(int start, int length, String what) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
    } catch (CharacterCodingException e) {
      throw new MalformedComponentException("malformed UTF-8 encoding in " + what, start, e);
    }
  }

  /** A vector, which does not change: a count, then so many elements, each of a byte or more. */
  public <T> List<T> vector(String expected, Supplier<T> element) {
    int count = count(expected);
    @SuppressWarnings("unchecked") // only elements are put there, and only the list has it
    T[] elements = (T[]) new Object[count];
    for (int i = 0; i < count; i++) {
      elements[i] = element.get();
    }
    return List.of(elements);
  }

  /** The same, where reading an element is all there is to do with it. */
  public void forEach(String expected, Runnable element) {
    for (int left = count(expected); left > 0; left--) {
      element.run();
    }
  }

  /** How many elements follow, which must be able to be there. */
  public int count(String expected) {
    int start = position;
    int count = u32("the number of ", expected);
    if (Integer.compareUnsigned(count, remaining()) > 0) {
      throw new MalformedComponentException(
          "unexpected end-of-file: expected "
              + Integer.toUnsignedString(count)
              + " "
              + expected
              + " in the "
              + remaining()
              + " bytes that are left",
          start);
    }
    return count;
  }

  /**
   * Reads a part of so many bytes: until it is read, what is left is what is left of it. All of it
   * must be read.
   *
   * @param name of the part
   * @param contents reads it
   */
  public void within(int length, String name, Runnable contents) {
    require(length, "the contents of a ", name);
    int outerLimit = limit;
    limit = position + length;
    contents.run();
    expectEnd(name);
    limit = outerLimit;
  }

  /** A reader of the next bytes, which this one skips. */
  public BinaryReader part(int length, String expected) {
    require(length, "", expected);
    BinaryReader part = new BinaryReader(bytes, position, position + length);
    position += length;
    return part;
  }

  /** Leaves out all that is left. */
  public void skipRest() {
    position = limit;
  }

  /** All that is left. */
  public byte[] rest() {
    byte[] rest = Arrays.copyOfRange(bytes, position, limit);
    position = limit;
    return rest;
  }

  private void expectEnd(String what) {
    if (!atEnd()) {
      throw new MalformedComponentException(
          "unexpected content: expected the end of the "
              + what
              + ", found "
              + remaining()
              + " bytes",
          position);
    }
  }

  /** The error for a byte just read that means nothing where it is. */
  public MalformedComponentException unexpectedByte(int value, String expected) {
    return new MalformedComponentException(
        "invalid leading byte (0x" + Integer.toHexString(value) + ") for " + expected,
        position - 1L);
  }

  private void require(int count, String property, String expected) {
    if (Integer.compareUnsigned(count, remaining()) > 0) {
      throw endOfFile(
          property
              + "%s of %s bytes, where %d are left"
                  .formatted(expected, Integer.toUnsignedString(count), remaining()));
    }
  }

  private MalformedComponentException endOfFile(String expected) {
    return new MalformedComponentException(
        "unexpected end-of-file: expected " + expected, position);
  }
}
