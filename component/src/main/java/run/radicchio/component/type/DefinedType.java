package run.radicchio.component.type;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType.AbstractHeap;
import run.radicchio.component.type.RecursiveGroup.Composite;

/**
 * A type of functions, structs or arrays that a core module defines (core specification, "Defined
 * Types"): the one at a position of its group. Two are the same if their groups are, whichever
 * modules define them.
 */
public record DefinedType(RecursiveGroup group, int position) implements CoreType.Heap {

  /** Whether none may be declared below it. */
  public boolean isFinal() {
    return group.types().get(position).isFinal();
  }

  /** The abstract type that it is below: {@code func}, {@code struct} or {@code array}. */
  public AbstractHeap kind() {
    return switch (group.types().get(position).composite()) {
      case Composite.Function function -> AbstractHeap.FUNC;
      case Composite.Struct struct -> AbstractHeap.STRUCT;
      case Composite.Array array -> AbstractHeap.ARRAY;
    };
  }

  /** What it is made of, where members of its own group are defined types too. */
  public Composite composite() {
    return group.unroll(group.types().get(position).composite());
  }

  @Override
  public boolean matches(CoreType.Heap expected) {
    return switch (expected) {
      case AbstractHeap other -> kind().matches(other);
      case DefinedType other -> isBelow(other);
      case RecursiveGroup.Member other -> false;
    };
  }

  private boolean isBelow(DefinedType other) {
    for (DefinedType type = this; type != null; type = type.supertype()) {
      if (type.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The type that it is declared below, or null. */
  public @Nullable DefinedType supertype() {
    CoreType.Heap supertype = group.types().get(position).supertype();
    return supertype == null ? null : (DefinedType) group.unroll(supertype);
  }

  /** In the text format, or in the specification's words where that has none. */
  @Override
  public String toString() {
    return CoreTypeText.of(this);
  }
}
