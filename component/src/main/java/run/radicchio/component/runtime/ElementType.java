package run.radicchio.component.runtime;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.PrimitiveType;
import run.radicchio.component.type.ValType;

/**
 * The type of a stream's or future's elements, as the instance that names it means it.
 *
 * @param type null for none
 * @param scope the instance whose resource types it speaks of, or null for the host
 */
public record ElementType(@Nullable ValType type, @Nullable ComponentInstance scope) {
  private static final Set<PrimitiveType> NUMBERS =
      EnumSet.range(PrimitiveType.S8, PrimitiveType.F64);

  /** Whether elements are nothing or numbers, so that they mean the same in every instance. */
  public boolean isNoneOrNumber() {
    return type == null || (type.structure() instanceof PrimitiveType p && NUMBERS.contains(p));
  }
}
