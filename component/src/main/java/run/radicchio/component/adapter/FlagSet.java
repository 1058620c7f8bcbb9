package run.radicchio.component.adapter;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags as a set of the constants of an enum, by their table. */
@SuppressWarnings({"unchecked", "rawtypes"}) // the enum is only known at run time
public final class FlagSet {
  private final Class<? extends Enum> java;
  private final Enum[] constants;
  private final int used;

  FlagSet(Class<?> java) {
    this.java = java.asSubclass(Enum.class);
    this.constants = this.java.getEnumConstants();
    this.used = constants.length == Integer.SIZE ? -1 : (1 << constants.length) - 1;
  }

  /** The set of bits. Bits beyond the last flag mean nothing. */
  static Object of(int bits, FlagSet flags) {
    Set set = EnumSet.noneOf(flags.java);
    for (int rest = bits & flags.used; rest != 0; rest &= rest - 1) {
      set.add(flags.constants[Integer.numberOfTrailingZeros(rest)]);
    }
    return set;
  }

  /** The bits of a set. */
  @SuppressWarnings("EnumOrdinal") // a flag is numbered by its place in the type, which is this
  static int bits(@Nullable Object set) {
    if (!(set instanceof Set<?> flags)) {
      throw new IllegalArgumentException("flags must be a Set, but are " + set);
    }
    int bits = 0;
    for (Object flag : flags) {
      bits |= 1 << ((Enum<?>) flag).ordinal();
    }
    return bits;
  }
}
