package run.radicchio.component.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several named cases, at least one, each with or without a payload. */
public record VariantType(List<Case> cases) implements ValType {
  public VariantType {
    cases = List.copyOf(cases);
  }

  /** A case and the type of its payload, or null where it has none. */
  public record Case(String name, @Nullable ValType type) {}
}
