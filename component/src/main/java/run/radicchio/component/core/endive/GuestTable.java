package run.radicchio.component.core.endive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreLimits;
import run.radicchio.component.type.CoreType;

/**
 * A table, shared by the instances that define or import it; each accesses it through a {@link
 * TableView} of its own.
 *
 * <p>Its elements are {@link FunctionReference}s, or what an object reference refers to.
 */
final class GuestTable implements CoreExtern.Table {
  /** What a Java array can have. */
  private static final int MAX_SIZE = Integer.MAX_VALUE - 8;

  private final CoreType.Reference elementType;
  private final long maximum;
  private final CoreLimits limits;
  private @Nullable Object[] elements;

  /** A table of nulls. */
  GuestTable(CoreType.Reference elementType, int size, long maximum, CoreLimits limits) {
    if (!limits.takeTableElements(Integer.toUnsignedLong(size))) {
      throw new Trap(
          Trap.Kind.LIMIT_EXCEEDED,
          "%s: no room for a table of %,d elements"
              .formatted(Trap.Kind.LIMIT_EXCEEDED.words(), Integer.toUnsignedLong(size)));
    }
    this.elementType = elementType;
    this.maximum = maximum;
    this.limits = limits;
    this.elements = new Object[size];
  }

  @Override
  public CoreType.Table type() {
    return new CoreType.Table(elementType, CoreTypes.tableLimits(elements.length, maximum));
  }

  @Override
  public CoreExtern.@Nullable Function function(int index) {
    return get(index) instanceof FunctionReference reference ? reference.function() : null;
  }

  long maximum() {
    return maximum;
  }

  int size() {
    return elements.length;
  }

  @Nullable Object get(int index) {
    checkBounds(index);
    return elements[index];
  }

  /** The function at an index, for an indirect call. */
  FunctionReference required(int index) {
    Object element = get(index);
    if (element == null) {
      throw new Trap(
          Trap.Kind.UNINITIALIZED_ELEMENT,
          Trap.Kind.UNINITIALIZED_ELEMENT.words() + " " + Integer.toUnsignedString(index));
    }
    return (FunctionReference) element;
  }

  void set(int index, @Nullable Object element) {
    checkBounds(index);
    elements[index] = element;
  }

  private void checkBounds(int index) {
    if (Integer.compareUnsigned(index, elements.length) >= 0) {
      throw new Trap(
          Trap.Kind.TABLE_OUT_OF_BOUNDS,
          "%s: element %s of a table of %d"
              .formatted(
                  Trap.Kind.TABLE_OUT_OF_BOUNDS.words(),
                  Integer.toUnsignedString(index),
                  elements.length));
    }
  }

  /** What sets it back to what it is now. */
  Runnable checkpoint() {
    @Nullable Object[] kept = elements.clone();
    return () -> {
      limits.giveTableElements(elements.length - kept.length);
      elements = kept.clone();
    };
  }

  /** Adds elements; returns how many there were, or -1 where it cannot grow. */
  int grow(int more, @Nullable Object element) {
    int before = elements.length;
    long after = before + Integer.toUnsignedLong(more);
    if (after > maximum
        || after > MAX_SIZE
        || !limits.takeTableElements(Integer.toUnsignedLong(more))) {
      return -1;
    }
    elements = Arrays.copyOf(elements, (int) after);
    Arrays.fill(elements, before, (int) after, element);
    return before;
  }
}
