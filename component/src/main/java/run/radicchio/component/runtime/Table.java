package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;

/**
 * The elements that a guest knows by index (CanonicalABI, "Table State"). Index 0 is never used,
 * and the index freed last is used first.
 */
public final class Table<E> {
  /** The highest index. */
  public static final int MAX_LENGTH = (1 << 28) - 1;

  private final List<@Nullable E> elements = new ArrayList<>();
  private int[] free = new int[8];
  private int freeCount;

  Table() {
    elements.add(null);
  }

  /** The element at an index, which is unsigned; traps where there is none. */
  public E get(int index) {
    E element = index < 0 || index >= elements.size() ? null : elements.get(index);
    if (element == null) {
      throw new Trap(
          Trap.Kind.UNKNOWN_HANDLE,
          Trap.Kind.UNKNOWN_HANDLE.words() + " " + Integer.toUnsignedString(index));
    }
    return element;
  }

  /** Adds an element and returns its index; traps where the table is full. */
  public int add(E element) {
    if (freeCount > 0) {
      int index = free[--freeCount];
      elements.set(index, element);
      return index;
    }
    if (elements.size() > MAX_LENGTH) {
      throw new Trap(Trap.Kind.TABLE_FULL);
    }
    elements.add(element);
    return elements.size() - 1;
  }

  /** Removes and returns the element at an index; traps where there is none. */
  public E remove(int index) {
    E element = get(index);
    elements.set(index, null);
    if (freeCount == free.length) {
      free = java.util.Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = index;
    return element;
  }

  /** How many elements there are. */
  public int count() {
    return elements.size() - 1 - freeCount;
  }

  /** Removes every element, giving each to an action. */
  void clear(Consumer<E> action) {
    List<@Nullable E> all = List.copyOf(elements.stream().filter(e -> e != null).toList());
    elements.clear();
    elements.add(null);
    freeCount = 0;
    for (E element : all) {
      action.accept(element);
    }
  }

  /** Calls an action with every element, in the order of their indices. */
  void forEach(Consumer<E> action) {
    for (int i = 1; i < elements.size(); i++) {
      E element = elements.get(i);
      if (element != null) {
        action.accept(element);
      }
    }
  }
}
