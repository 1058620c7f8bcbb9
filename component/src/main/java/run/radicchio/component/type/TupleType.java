package run.radicchio.component.type;

import java.util.List;

/** A tuple of at least one element. */
public record TupleType(List<ValType> elements) implements ValType {
  public TupleType {
    elements = List.copyOf(elements);
  }
}
