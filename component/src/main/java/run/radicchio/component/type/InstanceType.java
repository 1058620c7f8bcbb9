package run.radicchio.component.type;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The type of an instance: its exports by name, in order. */
public record InstanceType(SequencedMap<String, ExternType> exports) implements ExternType {
  /** That of an instance which exports nothing. */
  public static final InstanceType EMPTY = new InstanceType(new LinkedHashMap<>());

  public InstanceType {
    exports = Entries.copy(exports);
  }
}
