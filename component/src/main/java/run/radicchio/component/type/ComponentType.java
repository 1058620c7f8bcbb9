package run.radicchio.component.type;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The type of a component: its imports and its exports by name, in order. */
public record ComponentType(
    SequencedMap<String, ExternType> imports, SequencedMap<String, ExternType> exports)
    implements ExternType {
  /** That of the empty component. */
  public static final ComponentType EMPTY =
      new ComponentType(new LinkedHashMap<>(), new LinkedHashMap<>());

  public ComponentType {
    imports = Entries.copy(imports);
    exports = Entries.copy(exports);
  }
}
