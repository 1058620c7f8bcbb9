package run.radicchio.component.core.endive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.binary.BinaryReader;

/**
 * Gives a name to what a module imports by two empty names, since the engine's parser refuses
 * imported functions that have none.
 *
 * <p>Input: the bytes of a module. Output: the same bytes, or those of the same module with {@link
 * #NAME} as the name of such functions, which {@link #original} takes away again. Bytes that are no
 * module stay as they are, for the parser to say what is wrong with them.
 */
final class NamelessImports {
  /** One that no toolchain gives. */
  private static final String NAME = "\0";

  private static final int PREAMBLE = 8;
  private static final int IMPORT_SECTION = 2;

  private final BinaryReader reader;
  private final byte[] bytes;
  private final ByteArrayOutputStream named = new ByteArrayOutputStream();
  private int written;

  private NamelessImports(byte[] bytes) {
    this.bytes = bytes;
    this.reader = new BinaryReader(bytes);
  }

  /** The bytes of a module that the engine can parse. */
  static byte[] named(byte[] bytes) {
    try {
      return new NamelessImports(bytes).read();
    } catch (MalformedComponentException _) {
      return bytes;
    }
  }

  /** The name that an import has in its module. */
  static String original(String module, String name) {
    return module.isEmpty() && name.equals(NAME) ? "" : name;
  }

  private byte[] read() {
    reader.part(PREAMBLE, "a preamble");
    while (!reader.atEnd()) {
      int section = reader.u8("a section");
      int sizeOffset = reader.offset();
      int size = reader.u32("the size of a section");
      int start = reader.offset();
      BinaryReader contents = reader.part(size, "a section");
      if (section == IMPORT_SECTION) {
        written = start;
        contents.forEach("imports", () -> readImport(contents));
        if (written > start) {
          copyUntil(reader.offset());
          return withSection(sizeOffset);
        }
        break;
      }
    }
    return bytes;
  }

  private void readImport(BinaryReader section) {
    int start = section.offset();
    String module = section.name("a module name");
    String name = section.name("a name");
    int kind = section.offset();
    boolean function = section.peek("a kind") == 0;
    CoreBytes.skipImportType(section);
    if (function && module.isEmpty() && name.isEmpty()) {
      copyUntil(start);
      named.write(0);
      named.write(NAME.length());
      named.writeBytes(NAME.getBytes(StandardCharsets.UTF_8));
      written = kind;
    }
  }

  private void copyUntil(int offset) {
    named.write(bytes, written, offset - written);
    written = offset;
  }

  /** The module with the import section that was written, whose size is at an offset. */
  private byte[] withSection(int sizeOffset) {
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.write(bytes, 0, sizeOffset);
    int size = named.size();
    for (; size >= 0x80; size >>>= 7) {
      module.write((size & 0x7f) | 0x80);
    }
    module.write(size);
    module.writeBytes(named.toByteArray());
    module.write(bytes, written, bytes.length - written);
    return module.toByteArray();
  }
}
