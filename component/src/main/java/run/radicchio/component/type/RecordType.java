package run.radicchio.component.type;

import java.util.List;

/** A record of named fields, at least one. */
public record RecordType(List<Field> fields) implements ValType {
  public RecordType {
    fields = List.copyOf(fields);
  }

  /** A field and its type. */
  public record Field(String name, ValType type) {}
}
