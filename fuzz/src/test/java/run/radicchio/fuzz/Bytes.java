package run.radicchio.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import run.radicchio.component.binary.Section;

/** Makes the bytes of components and core modules, also of ones that no tool would make. */
final class Bytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins with bytes. */
  static Bytes of(int... values) {
    return new Bytes().add(values);
  }

  /** Begins with a component's preamble. */
  static Bytes component() {
    return of(0, 'a', 's', 'm', 0x0d, 0, 1, 0);
  }

  /** Begins with a core module's preamble. */
  static Bytes module() {
    return of(0, 'a', 's', 'm', 1, 0, 0, 0);
  }

  /** So many parts, after one another. */
  static Bytes repeat(int count, IntFunction<Bytes> part) {
    Bytes all = new Bytes();
    for (int i = 0; i < count; i++) {
      all.add(part.apply(i));
    }
    return all;
  }

  /** Appends bytes. */
  Bytes add(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /** Appends bytes. */
  Bytes add(byte[] values) {
    bytes.writeBytes(values);
    return this;
  }

  /** Appends other bytes. */
  Bytes add(Bytes other) {
    return add(other.toArray());
  }

  /** Appends an unsigned LEB128. */
  Bytes u32(int value) {
    int rest = value;
    while (Integer.compareUnsigned(rest, 0x7f) > 0) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    return this;
  }

  /** Appends a signed LEB128. */
  Bytes s64(long value) {
    long rest = value;
    while (rest < -0x40 || rest > 0x3f) {
      bytes.write((int) (rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    bytes.write((int) (rest & 0x7f));
    return this;
  }

  /** Appends a string after its length. */
  Bytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return u32(utf8.length).add(utf8);
  }

  /** Appends the name of an import or export of a component. */
  Bytes externName(String name) {
    return add(0).name(name);
  }

  /** Appends a section of a component. */
  Bytes section(Section section, Bytes contents) {
    return section(section.id(), contents);
  }

  /** Appends a section of so many definitions. */
  Bytes section(Section section, int count, Bytes definitions) {
    return section(section.id(), count, definitions);
  }

  /** Appends a section of a core module. */
  Bytes section(int id, Bytes contents) {
    return add(id).sized(contents);
  }

  /** Appends a section of so many definitions. */
  Bytes section(int id, int count, Bytes definitions) {
    return section(id, new Bytes().u32(count).add(definitions));
  }

  /** Appends bytes after their number. */
  Bytes sized(Bytes contents) {
    return u32(contents.size()).add(contents);
  }

  /** The shortest names, all different: of one, two or three letters. */
  static String shortName(int index) {
    int rest = index;
    StringBuilder name = new StringBuilder();
    name.append((char) ('a' + rest % 26));
    for (rest /= 26; rest > 0; rest /= 36) {
      name.append(Character.forDigit((rest - 1) % 36, 36));
    }
    return name.toString();
  }

  int size() {
    return bytes.size();
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }
}
