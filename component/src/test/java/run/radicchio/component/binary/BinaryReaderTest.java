package run.radicchio.component.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import run.radicchio.component.MalformedComponentException;

class BinaryReaderTest {
  private static BinaryReader reader(int... bytes) {
    byte[] copy = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      copy[i] = (byte) bytes[i];
    }
    return new BinaryReader(copy);
  }

  @Property
  void u32OfAnyValueInAnyLength(@ForAll int value) {
    for (int length = 1; length <= 5; length++) {
      int bits = 7 * length;
      if (bits >= 32 || Integer.compareUnsigned(value, 1 << bits) < 0) {
        BinaryReader reader = new BinaryReader(leb(value, length));
        assertEquals(value, reader.u32("a number"));
        assertTrue(reader.atEnd());
      }
    }
  }

  private static byte[] leb(int value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (((value >>> (7 * i)) & 0x7f) | (i < length - 1 ? 0x80 : 0));
    }
    return bytes;
  }

  @Test
  void u32WithBitsOrBytesTooMany() {
    assertEquals(
        "integer too large: expected a size of at most 32 bits (at offset 0x0)",
        problem(reader(0x80, 0x80, 0x80, 0x80, 0x10), r -> r.u32("a size")));
    assertEquals(
        "integer representation too long: expected a size (at offset 0x0)",
        problem(reader(0x80, 0x80, 0x80, 0x80, 0x80, 0), r -> r.u32("a size")));
  }

  @Test
  void u64() {
    assertEquals(-1, reader(255, 255, 255, 255, 255, 255, 255, 255, 255, 1).u64("a limit"));
    assertEquals(
        "integer too large: expected a limit of at most 64 bits (at offset 0x0)",
        problem(reader(255, 255, 255, 255, 255, 255, 255, 255, 255, 2), r -> r.u64("a limit")));
  }

  @Test
  void typeIndicesAndOpcodes() {
    assertTrue(reader(0x73).atOpcode("a type"));
    assertFalse(reader(0x3f).atOpcode("a type"));
    assertFalse(reader(0xf3, 0x00).atOpcode("a type"));
    assertEquals(0x73, reader(0xf3, 0x00).s33Index("a type"));
    assertEquals(-1, reader(0xff, 0xff, 0xff, 0xff, 0x0f).s33Index("a type"));
    assertEquals(
        "integer out of range: expected a type of 32 bits (at offset 0x0)",
        problem(reader(0xff, 0x7f), r -> r.s33Index("a type")));
  }

  @Test
  void name() {
    byte[] bytes = "\u0006wör☃".getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) (bytes.length - 1);
    assertEquals("wör☃", new BinaryReader(bytes).name("a name"));
    assertEquals(
        "malformed UTF-8 encoding in a name (at offset 0x1)",
        problem(reader(2, 0xc3, 0x28), r -> r.name("a name")));
    assertEquals(
        "unexpected end-of-file: expected a name of 3 bytes, where 1 are left (at offset 0x1)",
        problem(reader(3, 'a'), r -> r.name("a name")));
  }

  @Test
  void aCountIsNotBelievedBeforeItsBytesAreThere() {
    assertEquals(
        "unexpected end-of-file: expected 4294967295 types in the 1 bytes that are left (at offset"
            + " 0x0)",
        problem(reader(0xff, 0xff, 0xff, 0xff, 0x0f, 7), r -> r.vector("types", () -> r.u8("x"))));
    BinaryReader reader = reader(2, 7, 8, 9);
    assertEquals(List.of(7, 8), reader.vector("types", () -> reader.u8("a type")));
    assertEquals(1, reader.remaining());
  }

  @Test
  void nothingIsReadBeyondAPartNorLeftOfIt() {
    BinaryReader reader = reader(0, 1, 2, 3);
    reader.u8("a byte");
    assertEquals(
        "unexpected content: expected the end of the part, found 1 bytes (at offset 0x2)",
        problem(reader, r -> r.within(2, "part", () -> assertEquals(1, r.u8("a byte")))));
    BinaryReader other = reader(0, 1, 2);
    assertEquals(
        "unexpected end-of-file: expected a byte (at offset 0x2)",
        problem(
            other,
            r ->
                r.within(
                    2,
                    "part",
                    () -> {
                      r.rest();
                      r.u8("a byte");
                    })));
    BinaryReader third = reader(0, 1, 2);
    third.within(1, "part", () -> assertEquals(0, third.u8("a byte")));
    assertEquals(1, third.offset());
    assertEquals(2, third.remaining());
    assertEquals(
        "unexpected end-of-file: expected the contents of a part of 3 bytes, where 2 are left (at"
            + " offset 0x1)",
        problem(third, r -> r.within(3, "part", r::skipRest)));
  }

  @Test
  void readersOfPartsKeepTheOffsetsOfTheFile() {
    BinaryReader reader = reader(0, 1, 2, 3);
    reader.u8("a byte");
    BinaryReader part = reader.part(2, "a part");
    assertEquals(3, reader.offset());
    part.rest();
    assertEquals(
        "unexpected end-of-file: expected a byte (at offset 0x3)",
        problem(part, r -> r.u8("a byte")));
  }

  private static String problem(BinaryReader reader, Consumer<BinaryReader> read) {
    return assertThrows(MalformedComponentException.class, () -> read.accept(reader)).getMessage();
  }
}
