package run.radicchio.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A section of a component or a core module (Binary.md, "Component Definitions"). */
final class Section {
  private static final int PREAMBLE = 8;
  private static final int CUSTOM = 0;
  private static final int CORE_MODULE = 1;
  private static final int COMPONENT = 4;
  private static final int INSTANCE = 5;

  private final int id;
  private final byte[] content;

  private Section(int id, byte[] content) {
    this.id = id;
    this.content = content;
  }

  /** The core modules of a component and of those within it, in their order. */
  static List<byte[]> coreModules(byte[] component) {
    return sections(component).stream()
        .flatMap(
            section ->
                switch (section.id) {
                  case CORE_MODULE -> Stream.of(section.content);
                  case COMPONENT -> coreModules(section.content).stream();
                  default -> Stream.of();
                })
        .toList();
  }

  /**
   * A component of some copies of another that imports nothing, each {@link #marked} and
   * instantiated once.
   */
  static byte[] copies(byte[] component, int count) {
    List<Section> sections = new ArrayList<>();
    ByteArrayOutputStream instances = new ByteArrayOutputStream();
    writeNumber(instances, count);
    for (int copy = 0; copy < count; copy++) {
      sections.add(new Section(COMPONENT, marked(component, copy)));
      instances.write(0); // instantiate
      writeNumber(instances, copy);
      writeNumber(instances, 0); // without arguments
    }
    sections.add(new Section(INSTANCE, instances.toByteArray()));
    return joined(component, sections);
  }

  /**
   * The same component, whose core modules nevertheless differ from those with another mark, for
   * whatever knows code by its content.
   */
  static byte[] marked(byte[] component, int mark) {
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    byte[] characters = Integer.toString(mark).getBytes(UTF_8);
    writeNumber(name, characters.length);
    name.writeBytes(characters);
    Section custom = new Section(CUSTOM, name.toByteArray());
    List<Section> result = new ArrayList<>();
    for (Section section : sections(component)) {
      if (section.id == CORE_MODULE) {
        List<Section> module = new ArrayList<>(sections(section.content));
        module.add(custom);
        result.add(new Section(CORE_MODULE, joined(section.content, module)));
      } else {
        result.add(section);
      }
    }
    return joined(component, result);
  }

  private static List<Section> sections(byte[] binary) {
    List<Section> sections = new ArrayList<>();
    ByteArrayInputStream in = new ByteArrayInputStream(binary, PREAMBLE, binary.length - PREAMBLE);
    while (in.available() > 0) {
      int id = in.read();
      int length = readNumber(in);
      byte[] content = new byte[length];
      if (in.readNBytes(content, 0, length) < length) {
        throw new IllegalArgumentException("section " + id + " ends before its length");
      }
      sections.add(new Section(id, content));
    }
    return sections;
  }

  /** With the preamble of a binary of the same sort. */
  private static byte[] joined(byte[] sort, List<Section> sections) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(sort, PREAMBLE));
    for (Section section : sections) {
      out.write(section.id);
      writeNumber(out, section.content.length);
      out.writeBytes(section.content);
    }
    return out.toByteArray();
  }

  private static int readNumber(ByteArrayInputStream in) {
    int result = 0;
    int shift = 0;
    int next;
    do {
      next = in.read();
      result |= (next & 0x7f) << shift;
      shift += 7;
    } while ((next & 0x80) != 0);
    return result;
  }

  private static void writeNumber(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest >>> 7 != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
