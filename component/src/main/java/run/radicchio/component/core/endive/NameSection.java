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
 * believe the lengths in them, and sort what is not in order one by one.
 */
final class NameSection {
  /** For the engine's parser: custom sections by their names. */
  static final Map<String, Function<byte[], CustomSection>> PARSERS =
      Map.of("name", NameSection::parse);

  private static final int MODULE = 0;
  private static final int FUNCTIONS = 1;

  private final byte[] contents;
  private final BinaryReader reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  private NameSection(byte[] contents) {
    this.contents = contents;
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
      int start = reader.offset();
      int kind = reader.u8("a kind of names");
      BinaryReader names = reader.part(reader.u32("the size of names"), "names");
      boolean isNeeded = kind > last && (kind == MODULE || kind == FUNCTIONS);
      if (isNeeded && isOrderly(kind, names)) {
        kept.write(contents, start, reader.offset() - start);
      }
      last = Math.max(last, kind);
    }
  }

  private static boolean isOrderly(int kind, BinaryReader names) {
    if (kind == MODULE) {
      names.name("the name of a module");
      return names.atEnd();
    }
    long last = -1;
    for (int left = names.count("names"); left > 0; left--) {
      long index = Integer.toUnsignedLong(names.u32("the index of a function"));
      names.name("the name of a function");
      if (index <= last) {
        return false;
      }
      last = index;
    }
    return names.atEnd();
  }
}
