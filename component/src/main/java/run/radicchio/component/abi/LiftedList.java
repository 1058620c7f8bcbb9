package run.radicchio.component.abi;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** What was lifted, as a list that cannot be changed: one object beside the elements. */
final class LiftedList extends AbstractList<@Nullable Object> implements RandomAccess {
  private final @Nullable Object[] elements;

  /** Of elements that are this list's from now on. */
  LiftedList(@Nullable Object[] elements) {
    this.elements = elements;
  }

  @Override
  public @Nullable Object get(int index) {
    return elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public @Nullable Object[] toArray() {
    return elements.clone();
  }
}
