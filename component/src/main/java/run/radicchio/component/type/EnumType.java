package run.radicchio.component.type;

import java.util.List;

/** One of several names, at least one. */
public record EnumType(List<String> names) implements ValType {
  public EnumType {
    names = List.copyOf(names);
  }
}
