package run.radicchio.component.abi;

import org.jspecify.annotations.Nullable;

/**
 * Carries values of one type between their Java representation and a guest.
 *
 * <p>To lift is to take from a guest, to lower to give to one; to load and to store is the same in
 * memory. Addresses are those of guest memory; they are aligned and in bounds, which whoever has
 * them from a guest checks.
 */
interface Codec {

  /** How values lie in memory, and as core values. */
  Layout layout();

  /** The bytes that a value takes in memory. */
  default int size() {
    return layout().size();
  }

  /** Reads a value from memory. */
  @Nullable Object load(Context context, long address);

  /** Writes a value to memory. */
  void store(Context context, @Nullable Object value, long address);

  /** Reads a flat value. */
  @Nullable Object lift(Context context, Flat in);

  /** Writes a flat value. */
  void lower(Context context, @Nullable Object value, Flat out);
}
