package run.radicchio.component.core.endive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes the bytes of modules that are many or random, for which text would be long. */
final class ModuleBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins with a module's preamble. */
  static ModuleBytes module() {
    return of(0, 'a', 's', 'm', 1, 0, 0, 0);
  }

  /** Begins with bytes. */
  static ModuleBytes of(int... values) {
    return new ModuleBytes().add(values);
  }

  /** Appends bytes. */
  ModuleBytes add(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /** Appends other bytes. */
  ModuleBytes add(ModuleBytes other) {
    bytes.writeBytes(other.toArray());
    return this;
  }

  /** Appends an unsigned LEB128. */
  ModuleBytes u32(int value) {
    int rest = value;
    for (; rest >= 0x80; rest >>>= 7) {
      bytes.write((rest & 0x7f) | 0x80);
    }
    bytes.write(rest);
    return this;
  }

  /** Appends {@code i32.const}. */
  ModuleBytes constant(int value) {
    // With a last byte whose sign bit is clear.
    return add(0x41).u32(value | (1 << 20)).add(0x41).u32(1 << 20).add(0x6b);
  }

  /** Appends a name. */
  ModuleBytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    u32(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  /** Appends bytes after their number. */
  ModuleBytes sized(ModuleBytes contents) {
    return u32(contents.bytes.size()).add(contents);
  }

  /** Appends a section of elements. */
  ModuleBytes section(int id, List<ModuleBytes> elements) {
    ModuleBytes contents = new ModuleBytes().u32(elements.size());
    elements.forEach(contents::add);
    return add(id).sized(contents);
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }
}
