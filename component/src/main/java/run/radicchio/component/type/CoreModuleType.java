package run.radicchio.component.type;

import java.util.List;
import java.util.SequencedMap;

/** The type of a core module: its imports, and its exports by name. */
public record CoreModuleType(List<Import> imports, SequencedMap<String, CoreType> exports)
    implements ExternType {
  public CoreModuleType {
    imports = List.copyOf(imports);
    exports = Entries.copy(exports);
  }

  /** An import, by its two names. */
  public record Import(String module, String name, CoreType type) {}
}
