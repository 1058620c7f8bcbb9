package run.radicchio.component.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Named parts of types, in order. */
final class Entries {
  private static final SequencedMap<String, ?> NONE =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>(0));

  private Entries() {}

  /** An immutable copy; of nothing always the same, since most types have no imports. */
  @SuppressWarnings("unchecked") // what is empty and stays so is of any type
  static <T> SequencedMap<String, T> copy(SequencedMap<String, T> entries) {
    return entries.isEmpty()
        ? (SequencedMap<String, T>) NONE
        : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }
}
