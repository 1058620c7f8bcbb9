package run.radicchio.component.text;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import run.radicchio.component.type.ExternType;
import run.radicchio.component.type.NamedType;
import run.radicchio.component.type.TypeBound;
import run.radicchio.component.type.ValType;

/**
 * A type bears the name under which it is imported or exported. Here that is taken off: what is
 * left is what the name stands for, which may be a name again, of another interface's type.
 */
final class OwnNames {
  private OwnNames() {}

  /** Imports or exports, whose types do not bear their own names. */
  static SequencedMap<String, ExternType> removed(SequencedMap<String, ExternType> externs) {
    SequencedMap<String, ExternType> removed = new LinkedHashMap<>();
    externs.forEach((name, type) -> removed.put(name, removed(name, type)));
    return removed;
  }

  private static ExternType removed(String name, ExternType type) {
    return type instanceof TypeBound.EqualsValue(NamedType(String own, ValType meant))
            && own.equals(name)
        ? new TypeBound.EqualsValue(meant)
        : type;
  }
}
