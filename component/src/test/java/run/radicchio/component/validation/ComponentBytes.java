package run.radicchio.component.validation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Makes the bytes of components, also of ones that no tool would make. */
final class ComponentBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins with a component's preamble. */
  static ComponentBytes component() {
    return raw(0, 'a', 's', 'm', 0x0d, 0, 1, 0);
  }

  /** Begins with bytes. */
  static ComponentBytes raw(int... values) {
    return new ComponentBytes().add(values);
  }

  /** Appends bytes. */
  ComponentBytes add(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /** Appends other bytes. */
  ComponentBytes add(ComponentBytes other) {
    bytes.writeBytes(other.toArray());
    return this;
  }

  /** Appends an unsigned LEB128. */
  ComponentBytes u32(int value) {
    int rest = value;
    while (Integer.compareUnsigned(rest, 0x7f) > 0) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    return this;
  }

  /** Appends a type where it is used: its index, as a signed LEB128. */
  ComponentBytes typeIndex(int index) {
    int rest = index;
    while (rest > 0x3f) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    return this;
  }

  /** Appends a string after its length. */
  ComponentBytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    u32(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  /** Appends the name of an import or export. */
  ComponentBytes externName(String name) {
    return add(0).name(name);
  }

  /** Appends a section. */
  ComponentBytes section(int id, ComponentBytes contents) {
    return add(id).u32(contents.bytes.size()).add(contents);
  }

  /** Appends a section of definitions. */
  ComponentBytes section(int id, int count, ComponentBytes definitions) {
    return section(id, new ComponentBytes().u32(count).add(definitions));
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }
}
