package run.radicchio.component.value;

import java.util.List;

/**
 * A value of a record type.
 *
 * @param fields the values of its fields, in the order of the type
 */
public record RecordValue(List<Object> fields) {
  public RecordValue {
    fields = List.copyOf(fields);
  }
}
