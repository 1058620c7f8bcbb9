package run.radicchio.component.type;

import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param element the type of its elements
 * @param length how many elements every such list has, or null where that is up to the value
 */
public record ListType(ValType element, @Nullable Integer length) implements ValType {
  /** A list of any length. */
  public ListType(ValType element) {
    this(element, null);
  }
}
