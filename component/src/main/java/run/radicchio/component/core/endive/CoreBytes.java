package run.radicchio.component.core.endive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import run.radicchio.component.binary.BinaryReader;
import run.radicchio.component.core.CoreModuleException;

/** Skips and writes parts of core modules (core specification, "Binary Format"). */
final class CoreBytes {
  private CoreBytes() {}

  /** Skips the kind and the type of an import. */
  static void skipImportType(BinaryReader reader) {
    switch (reader.u8("a kind")) {
      case 0x00 -> reader.u32("a type");
      case 0x01 -> {
        skipValueType(reader);
        skipLimits(reader);
      }
      case 0x02 -> skipLimits(reader);
      case 0x03 -> {
        skipValueType(reader);
        reader.u8("a mutability");
      }
      default -> {
        reader.u8("an attribute");
        reader.u32("a type");
      }
    }
  }

  /** Skips the type of a value. */
  static void skipValueType(BinaryReader reader) {
    int type = reader.u8("a value type");
    if (type == 0x63 || type == 0x64) {
      skipNumber(reader, "a heap type");
    }
  }

  private static void skipLimits(BinaryReader reader) {
    boolean hasMaximum = (reader.u8("limits") & 1) != 0;
    reader.u64("a minimum");
    if (hasMaximum) {
      reader.u64("a maximum");
    }
  }

  /**
   * Skips a constant expression.
   *
   * @throws CoreModuleException if an instruction in it is not constant
   */
  static void skipExpression(BinaryReader reader) {
    for (int code = instruction(reader); code != 0x0b; code = instruction(reader)) {
      switch (code) {
        case 0x41, 0x42, 0x23, 0xd0, 0xd2 -> skipNumber(reader, "an immediate");
        case 0x43 -> reader.part(Float.BYTES, "an f32");
        case 0x44 -> reader.part(Double.BYTES, "an f64");
        case 0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e -> {}
        case 0xfb -> skipAggregate(reader);
        case 0xfd -> {
          if (reader.u32("an instruction") != 12) {
            throw notConstant();
          }
          reader.part(16, "a v128");
        }
        default -> throw notConstant();
      }
    }
  }

  private static int instruction(BinaryReader reader) {
    return reader.u8("an instruction");
  }

  private static void skipAggregate(BinaryReader reader) {
    switch (reader.u32("an instruction")) {
      case 0, 1, 6, 7 -> reader.u32("a type");
      case 8 -> {
        reader.u32("a type");
        reader.u32("the number of elements");
      }
      case 26, 27, 28 -> {}
      default -> throw notConstant();
    }
  }

  private static void skipNumber(BinaryReader reader, String expected) {
    while (reader.u8(expected) >= 0x80) {
      // The last byte is the first that is less.
    }
  }

  /** Writes an unsigned LEB128. */
  static void writeU32(int value, ByteArrayOutputStream out) {
    int rest = value;
    for (; rest >>> 7 != 0; rest >>>= 7) {
      out.write((rest & 0x7f) | 0x80);
    }
    out.write(rest);
  }

  /** Writes a name. */
  static void writeName(String name, ByteArrayOutputStream out) {
    byte[] utf8 = name.getBytes(UTF_8);
    writeU32(utf8.length, out);
    out.writeBytes(utf8);
  }

  private static CoreModuleException notConstant() {
    return CoreModuleException.invalid("constant expression required");
  }
}
