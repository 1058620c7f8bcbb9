package run.radicchio.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The type of an instance: its exports by name, in order. */
public record InstanceType(SequencedMap<String, ExternType> exports) implements ExternType {
  public InstanceType {
    exports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(exports));
  }
}
