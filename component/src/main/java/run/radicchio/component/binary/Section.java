package run.radicchio.component.binary;

import run.radicchio.component.MalformedComponentException;

/** The sections of a component, in the order of their ids (Binary.md, {@code section}). */
public enum Section {
  CUSTOM(0),
  CORE_MODULE(1),
  CORE_INSTANCE(2),
  CORE_TYPE(3),
  COMPONENT(4),
  INSTANCE(5),
  ALIAS(6),
  TYPE(7),
  CANON(8),
  START(9),
  IMPORT(10),
  EXPORT(11),
  VALUE(12);

  private static final Section[] BY_ID = values();

  private final int id;

  Section(int id) {
    this.id = id;
  }

  /** The byte that it begins with. */
  public int id() {
    return id;
  }

  /** Reads a section's id. */
  public static Section read(BinaryReader reader) {
    int start = reader.offset();
    int id = reader.u8("the id of a section");
    if (id >= BY_ID.length) {
      throw new MalformedComponentException(
          "malformed section id: expected 0 to " + (BY_ID.length - 1) + ", found " + id, start);
    }
    return BY_ID[id];
  }
}
