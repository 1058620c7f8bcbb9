package run.radicchio.component.validation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.InvalidComponentException;

/** The definitions of one sort that a scope has so far, by index (Explainer, "Index Spaces"). */
final class IndexSpace<T> {
  /** Room for as many at first, since most scopes have few. */
  private static final int FEW = 4;

  private final String sort;
  private @Nullable List<T> definitions;

  /** An empty one of a sort, by its name for messages. */
  IndexSpace(String sort) {
    this.sort = sort;
  }

  void add(T definition) {
    if (definitions == null) {
      definitions = new ArrayList<>(FEW);
    }
    definitions.add(definition);
  }

  /** How many definitions there are: the index of the next. */
  int size() {
    return definitions == null ? 0 : definitions.size();
  }

  /** Forgets all definitions. */
  void clear() {
    if (definitions != null) {
      definitions.clear();
    }
  }

  /**
   * The definition at an index.
   *
   * @param index compared as unsigned
   * @param offset where the index is in the file
   * @throws InvalidComponentException if there is none yet
   */
  T get(int index, long offset) {
    if (definitions == null || Integer.compareUnsigned(index, size()) >= 0) {
      throw new InvalidComponentException(
          "unknown %s %s: %s index out of bounds, of %d defined before"
              .formatted(sort, Integer.toUnsignedString(index), sort, size()),
          offset);
    }
    return definitions.get(index);
  }
}
