package run.radicchio.component.runtime;

import java.util.ArrayList;
import java.util.Arrays;
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

  // What is never used stands at index 0, so that no index given to a guest is 0.
  private @Nullable Object[] elements = new @Nullable Object[8];
  private int length = 1;
  private int[] free = new int[8];
  private int freeCount;
  private final Quota quota;

  /** An empty table, whose elements count as handles. */
  Table(Quota quota) {
    this.quota = quota;
  }

  /** The element at an index, which is unsigned; traps where there is none. */
  public E get(int index) {
    E element = Integer.compareUnsigned(index, length) < 0 ? at(index) : null;
    if (element == null) {
      throw new Trap(
          Trap.Kind.UNKNOWN_HANDLE,
          Trap.Kind.UNKNOWN_HANDLE.words() + " " + Integer.toUnsignedString(index));
    }
    return element;
  }

  @SuppressWarnings("unchecked") // only add puts any in
  private @Nullable E at(int index) {
    return (E) elements[index];
  }

  /** Adds an element and returns its index; traps where the table is full. */
  public int add(E element) {
    quota.takeHandle();
    int index = freeCount > 0 ? free[--freeCount] : append();
    elements[index] = element;
    return index;
  }

  private int append() {
    if (length > MAX_LENGTH) {
      throw new Trap(Trap.Kind.TABLE_FULL);
    }
    if (length == elements.length) {
      elements = Arrays.copyOf(elements, 2 * length);
    }
    return length++;
  }

  /** Removes and returns the element at an index; traps where there is none. */
  public E remove(int index) {
    E element = get(index);
    quota.giveHandles(1);
    elements[index] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
    free[freeCount++] = index;
    return element;
  }

  /** How many elements there are. */
  public int count() {
    return length - 1 - freeCount;
  }

  /** Removes every element, giving each to an action; its indices are those of a new table then. */
  void clear(Consumer<E> action) {
    List<E> all = new ArrayList<>();
    forEach(all::add);
    quota.giveHandles(all.size());
    Arrays.fill(elements, null);
    length = 1;
    freeCount = 0;
    all.forEach(action);
  }

  /** Calls an action with every element, in the order of their indices. */
  void forEach(Consumer<E> action) {
    for (int i = 1; i < length; i++) {
      E element = at(i);
      if (element != null) {
        action.accept(element);
      }
    }
  }
}
