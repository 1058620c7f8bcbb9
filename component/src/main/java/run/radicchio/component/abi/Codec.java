package run.radicchio.component.abi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.type.CoreType.NumberType;

/**
 * Carries values of one type between their Java representation and a guest.
 *
 * <p>To lift is to take from a guest, to lower to give to one; to load and to store is the same in
 * memory. Addresses are those of guest memory; they are aligned and in bounds, which whoever has
 * them from a guest checks.
 */
interface Codec {

  /** The bytes that a value takes in memory (CanonicalABI, "Element Size"). */
  int size();

  /** The alignment of a value in memory (CanonicalABI, "Alignment"). */
  int alignment();

  /** The core types of a flat value (CanonicalABI, "Flattening"). */
  List<NumberType> flat();

  /** Reads a value from memory. */
  @Nullable Object load(Context context, long address);

  /** Writes a value to memory. */
  void store(Context context, @Nullable Object value, long address);

  /** Reads a flat value. */
  @Nullable Object lift(Context context, Flat in);

  /** Writes a flat value. */
  void lower(Context context, @Nullable Object value, Flat out);
}
