package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.List;
import run.radicchio.component.InvalidComponentException;

/** The definitions of one sort that a scope has so far, by index (Explainer, "Index Spaces"). */
final class IndexSpace<T> {
  private final String sort;
  private List<T> definitions = List.of();

  /** An empty one of a sort, by its name for messages. */
  IndexSpace(String sort) {
    this.sort = sort;
  }

  void add(T definition) {
    if (definitions.isEmpty()) {
      definitions = new ArrayList<>();
    }
    definitions.add(definition);
  }

  /**
   * The definition at an index.
   *
   * @param index compared as unsigned
   * @param offset where the index is in the file
   * @throws InvalidComponentException if there is none yet
   */
  T get(int index, long offset) {
    if (Integer.compareUnsigned(index, definitions.size()) >= 0) {
      throw new InvalidComponentException(
          "unknown %s %s: %s index out of bounds, of %d defined before"
              .formatted(sort, Integer.toUnsignedString(index), sort, definitions.size()),
          offset);
    }
    return definitions.get(index);
  }
}
