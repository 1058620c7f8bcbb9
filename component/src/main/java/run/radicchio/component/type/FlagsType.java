package run.radicchio.component.type;

import java.util.List;

/** A set of names out of at most 32, at least one. */
public record FlagsType(List<String> names) implements ValType {
  public FlagsType {
    names = List.copyOf(names);
  }
}
