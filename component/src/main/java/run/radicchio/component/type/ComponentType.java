package run.radicchio.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The type of a component: its imports and its exports by name, in order. */
public record ComponentType(
    SequencedMap<String, ExternType> imports, SequencedMap<String, ExternType> exports)
    implements ExternType {
  public ComponentType {
    imports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(imports));
    exports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(exports));
  }
}
