package run.radicchio.component.validation;

import java.util.Map;
import java.util.TreeMap;
import run.radicchio.component.InvalidComponentException;
import run.radicchio.component.binary.BinaryReader;

/** Reads the labels within one type, which must be different; then those within another. */
final class Labels {
  private final Map<String, String> taken = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private String what = "";
  private String previousWhat = "";

  /**
   * Begins a type.
   *
   * @param newWhat what the labels are of, for messages; of those before, in {@code
   *     newPreviousWhat}
   */
  Labels begin(String newWhat, String newPreviousWhat) {
    what = newWhat;
    previousWhat = newPreviousWhat;
    taken.clear();
    return this;
  }

  /** Reads the next label of the type. */
  String read(BinaryReader reader) {
    int offset = reader.offset();
    String label = reader.name(what);
    if (label.isEmpty()) {
      throw new InvalidComponentException(what + " name cannot be empty", offset);
    }
    if (!Names.isLabel(label)) {
      throw new InvalidComponentException(
          "%s name `%s` is not in kebab case".formatted(what, label), offset);
    }
    String previous = taken.putIfAbsent(label, label);
    if (previous != null) {
      throw new InvalidComponentException(
          "%s name `%s` conflicts with previous %s name `%s`"
              .formatted(what, label, previousWhat, previous),
          offset);
    }
    return label;
  }
}
