package run.radicchio.component.core.endive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.Consumer;
import run.endive.wasm.types.SectionId;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.binary.BinaryReader;

/**
 * Writes the names of a module's imports and exports so that the engine's parser takes them: it
 * refuses characters that no identifier has, such as arrows, and functions that are imported by two
 * empty names.
 *
 * <p>Input: the bytes of a module. Output: the same bytes, or those of the same module with such
 * names in an encoded form, which {@link #decode} takes away again, and without custom sections of
 * such names. Bytes that are no module stay as they are, for the parser to say what is wrong with
 * them.
 */
final class EncodedNames {
  /** Begins a name in encoded form, and no other: one that has it itself is encoded too. */
  private static final char MARK = '\0';

  private static final int PREAMBLE = 8;

  private final byte[] bytes;
  private final BinaryReader reader;
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();

  /** Up to where all is written that is to be. */
  private int written;

  private EncodedNames(byte[] bytes) {
    this.bytes = bytes;
    this.reader = new BinaryReader(bytes);
  }

  /** The bytes of a module that the engine can parse. */
  static byte[] encode(byte[] bytes) {
    try {
      return new EncodedNames(bytes).encode();
    } catch (MalformedComponentException _) {
      return bytes;
    }
  }

  /** The name that an import or export has in its module. */
  static String decode(String name) {
    return name.isEmpty() || name.charAt(0) != MARK
        ? name
        : new String(HexFormat.of().parseHex(name, 1, name.length()), UTF_8);
  }

  private static String encoded(String name) {
    return MARK + HexFormat.of().formatHex(name.getBytes(UTF_8));
  }

  /** Whether the engine's parser takes a name. */
  static boolean isTaken(String name) {
    return name.chars().allMatch(EncodedNames::isTaken);
  }

  /** Whether it takes a character, which may be half of one. */
  static boolean isTaken(int character) {
    return character < 0x80 || Character.isUnicodeIdentifierPart(character);
  }

  private static String orEncoded(String name) {
    return isTaken(name) && name.indexOf(MARK) != 0 ? name : encoded(name);
  }

  private byte[] encode() {
    reader.part(PREAMBLE, "a preamble");
    while (!reader.atEnd()) {
      int start = reader.offset();
      int id = reader.u8("a section");
      int size = reader.u32("the size of a section");
      BinaryReader contents = reader.part(size, "a section");
      switch (id) {
        case SectionId.CUSTOM -> {
          if (!isTaken(contents.name("the name of a custom section"))) {
            copyUntil(start);
            written = reader.offset();
          }
        }
        case SectionId.IMPORT -> new Section(start, contents).rewrite(Section::readImport);
        case SectionId.EXPORT -> new Section(start, contents).rewrite(Section::readExport);
        default -> {}
      }
    }
    if (written == 0) {
      return bytes;
    }
    copyUntil(bytes.length);
    return encoded.toByteArray();
  }

  private void copyUntil(int offset) {
    encoded.write(bytes, written, offset - written);
    written = offset;
  }

  /** A section with names. */
  private final class Section {
    private final int start;
    private final BinaryReader contents;
    private final ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
    private int copied;

    Section(int start, BinaryReader contents) {
      this.start = start;
      this.contents = contents;
      this.copied = contents.offset();
    }

    /** Reads all elements, and writes the section anew if one has a name that must be encoded. */
    void rewrite(Consumer<Section> element) {
      int first = copied;
      contents.forEach("elements", () -> element.accept(this));
      if (copied > first) {
        rewritten.write(bytes, copied, contents.offset() - copied);
        copyUntil(start);
        encoded.write(bytes[start]);
        CoreBytes.writeU32(rewritten.size(), encoded);
        encoded.writeBytes(rewritten.toByteArray());
        written = contents.offset();
      }
    }

    void readImport() {
      int names = contents.offset();
      String module = contents.name("a module name");
      String name = contents.name("a name");
      int end = contents.offset();
      boolean isNameless = module.isEmpty() && name.isEmpty() && contents.peek("a kind") == 0;
      CoreBytes.skipImportType(contents);
      String moduleEncoded = orEncoded(module);
      String nameEncoded = isNameless ? encoded(name) : orEncoded(name);
      if (!moduleEncoded.equals(module) || !nameEncoded.equals(name)) {
        replace(names, end, moduleEncoded, nameEncoded);
      }
    }

    void readExport() {
      int from = contents.offset();
      String name = contents.name("a name");
      int end = contents.offset();
      contents.u8("a kind");
      contents.u32("an index");
      String nameEncoded = orEncoded(name);
      if (!nameEncoded.equals(name)) {
        replace(from, end, nameEncoded);
      }
    }

    private void replace(int from, int to, String... names) {
      rewritten.write(bytes, copied, from - copied);
      for (String name : names) {
        CoreBytes.writeName(name, rewritten);
      }
      copied = to;
    }
  }
}
