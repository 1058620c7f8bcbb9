package run.radicchio.component.binary;

import run.radicchio.component.MalformedComponentException;

/** The first eight bytes of a component (Binary.md, {@code preamble}). */
public final class Preamble {
  private static final int LENGTH = 8;
  private static final int[] MAGIC = {0x00, 0x61, 0x73, 0x6d};
  private static final int CORE_VERSION = 1;
  private static final int COMPONENT_VERSION = 0x0d;
  private static final int CORE_LAYER = 0;
  private static final int COMPONENT_LAYER = 1;

  private Preamble() {}

  /**
   * Reads it.
   *
   * @throws MalformedComponentException if the bytes do not begin as a component does; the message
   *     says what they seem to be instead
   */
  public static void read(BinaryReader reader) {
    int start = reader.offset();
    if (reader.atEnd()) {
      throw new MalformedComponentException(
          "unexpected end-of-file: expected a component, found nothing", start);
    }
    if (reader.peek("a component") != 0) {
      throw notWasm(start);
    }
    for (int expected : MAGIC) {
      if (reader.u8("the preamble of a component, \\0asm") != expected) {
        throw notWasm(start);
      }
    }
    int version = u16(reader);
    int layer = u16(reader);
    if (version == CORE_VERSION && layer == CORE_LAYER) {
      throw new MalformedComponentException(
          "is a core module, not a component: expected a version header for a component;"
              + " `wasm-tools component new` makes a component of a module",
          start);
    }
    if (version != COMPONENT_VERSION || layer != COMPONENT_LAYER) {
      throw new MalformedComponentException(
          "unknown binary version: expected version 0x%x of layer %d, found 0x%x of %d"
              .formatted(COMPONENT_VERSION, COMPONENT_LAYER, version, layer),
          start + (long) MAGIC.length);
    }
  }

  /** Whether bytes begin as a component does, rather than a core module. */
  public static boolean isComponent(byte[] bytes) {
    return bytes.length >= LENGTH
        && bytes[0] == 0
        && bytes[MAGIC.length] == COMPONENT_VERSION
        && bytes[MAGIC.length + 2] == COMPONENT_LAYER;
  }

  private static int u16(BinaryReader reader) {
    String expected = "the version of a component";
    return reader.u8(expected) | reader.u8(expected) << 8;
  }

  private static MalformedComponentException notWasm(int start) {
    return new MalformedComponentException(
        "is not WebAssembly: expected a component, which begins with \\0asm"
            + " (text is made into one by `wasm-tools parse`)",
        start);
  }
}
