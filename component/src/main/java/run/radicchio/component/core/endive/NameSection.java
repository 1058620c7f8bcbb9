package run.radicchio.component.core.endive;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.Function;
import run.endive.wasm.types.CustomSection;
import run.endive.wasm.types.NameCustomSection;
import run.radicchio.component.MalformedComponentException;
import run.radicchio.component.binary.BinaryReader;

/**
 * Reads a module's own names, for messages: that of the module and those of its functions.
 *
 * <p>Input: the contents of a name section (core specification, "Name Section"). Output: what the
 * engine's parser makes of those parts that are as they must be, and nothing of what follows a part
 * that is not: names decide nothing, so that no module is refused for them. The parser would
 * believe the lengths in them, sort what is not in order one by one, and refuse an arrow.
 */
final class NameSection {
  /** For the engine's parser: custom sections by their names. */
  static final Map<String, Function<byte[], CustomSection>> PARSERS =
      Map.of("name", NameSection::parse);

  private static final int MODULE = 0;
  private static final int FUNCTIONS = 1;

  private final BinaryReader reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  private NameSection(byte[] contents) {
    this.reader = new BinaryReader(contents);
  }

  private static CustomSection parse(byte[] contents) {
    NameSection section = new NameSection(contents);
    try {
      section.readParts();
    } catch (MalformedComponentException _) {
      // What came before it is kept.
    }
    return NameCustomSection.parse(section.kept.toByteArray());
  }

  private void readParts() {
    int last = -1;
    while (!reader.atEnd()) {
      int kind = reader.u8("a kind of names");
      BinaryReader names = reader.part(reader.u32("the size of names"), "names");
      if (kind > last && (kind == MODULE || kind == FUNCTIONS)) {
        keep(kind, names);
      }
      last = Math.max(last, kind);
    }
  }

  /** Keeps names as the parser takes them, if they are all there and in order. */
  private void keep(int kind, BinaryReader names) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    if (kind == MODULE) {
      writeName(names.name("the name of a module"), part);
    } else {
      int count = names.count("names");
      CoreBytes.writeU32(count, part);
      long last = -1;
      for (int left = count; left > 0; left--) {
        int index = names.u32("the index of a function");
        if (Integer.toUnsignedLong(index) <= last) {
          return;
        }
        last = Integer.toUnsignedLong(index);
        CoreBytes.writeU32(index, part);
        writeName(names.name("the name of a function"), part);
      }
    }
    if (names.atEnd()) {
      kept.write(kind);
      CoreBytes.writeU32(part.size(), kept);
      kept.writeBytes(part.toByteArray());
    }
  }

  private static void writeName(String name, ByteArrayOutputStream part) {
    CoreBytes.writeName(EncodedNames.isTaken(name) ? name : withoutRefused(name), part);
  }

  /** The parser refuses characters that no identifier has: here a likeness will do. */
  private static String withoutRefused(String name) {
    StringBuilder taken = new StringBuilder(name.length());
    name.codePoints()
        .forEach(
            each ->
                taken.append(
                    Character.isBmpCodePoint(each) && EncodedNames.isTaken(each)
                        ? (char) each
                        : '_'));
    return taken.toString();
  }
}
