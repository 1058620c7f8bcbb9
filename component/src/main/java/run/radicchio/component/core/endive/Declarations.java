package run.radicchio.component.core.endive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntPredicate;
import run.endive.wasm.Encoding;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.SectionId;

/**
 * Reads a module whose functions are compiled already.
 *
 * <p>Input: the bytes of a module that was validated before. Output: the module as parsed, where
 * functions do nothing, but for those that are interpreted. Reason: decoding and checking
 * instructions is most of the work, and they are of no use any more.
 */
final class Declarations {
  private static final int PREAMBLE = 8;

  /** A body without locals, whose only instruction is {@code end}. */
  private static final byte[] EMPTY_BODY = {0, 0x0b};

  private Declarations() {}

  /**
   * Reads a module.
   *
   * @param isNeeded says of a function that the module defines, counted from 0, whether its body is
   *     wanted
   */
  static WasmModule parse(byte[] module, IntPredicate isNeeded) {
    ByteBuffer in = ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN);
    ByteArrayOutputStream out = new ByteArrayOutputStream(module.length);
    copy(in, PREAMBLE, out);
    while (in.hasRemaining()) {
      int id = in.get();
      int size = readU32(in);
      out.write(id);
      if (id == SectionId.CODE) {
        byte[] bodies = bodies(in, isNeeded);
        CoreBytes.writeU32(bodies.length, out);
        out.writeBytes(bodies);
      } else {
        CoreBytes.writeU32(size, out);
        copy(in, size, out);
      }
    }
    return Parser.builder()
        .withCustomParsers(NameSection.PARSERS)
        .withValidation(false)
        .build()
        .parse(() -> new ByteArrayInputStream(out.toByteArray()));
  }

  /** The contents of a code section, with empty bodies for most. */
  private static byte[] bodies(ByteBuffer in, IntPredicate isNeeded) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int count = readU32(in);
    CoreBytes.writeU32(count, out);
    for (int i = 0; i < count; i++) {
      int size = readU32(in);
      if (isNeeded.test(i)) {
        CoreBytes.writeU32(size, out);
        copy(in, size, out);
      } else {
        CoreBytes.writeU32(EMPTY_BODY.length, out);
        out.writeBytes(EMPTY_BODY);
        in.position(in.position() + size);
      }
    }
    return out.toByteArray();
  }

  private static void copy(ByteBuffer in, int size, ByteArrayOutputStream out) {
    byte[] bytes = new byte[size];
    in.get(bytes);
    out.writeBytes(bytes);
  }

  private static int readU32(ByteBuffer in) {
    return (int) Encoding.readVarUInt32(in);
  }
}
