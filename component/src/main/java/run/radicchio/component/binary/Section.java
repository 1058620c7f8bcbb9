package run.radicchio.component.binary;

import run.radicchio.component.MalformedComponentException;

/** The sections of a component, in the order of their ids (Binary.md, {@code section}). */
public enum Section {
  CUSTOM,
  CORE_MODULE,
  CORE_INSTANCE,
  CORE_TYPE,
  COMPONENT,
  INSTANCE,
  ALIAS,
  TYPE,
  CANON,
  START,
  IMPORT,
  EXPORT,
  VALUE;

  private static final Section[] BY_ID = values();

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
