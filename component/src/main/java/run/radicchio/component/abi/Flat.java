package run.radicchio.component.abi;

/** Flat values, read or written one after the other. */
public final class Flat {
  private final long[] values;
  private int position;

  /** Reads from, or writes to, an array from its start. */
  public Flat(long[] values) {
    this.values = values;
  }

  /** The bits of the next value. */
  public long next() {
    return values[position++];
  }

  /** The next value, an {@code i32} as unsigned. */
  public long nextAddress() {
    return next() & 0xFFFF_FFFFL;
  }

  /** Writes the bits of the next value. */
  public void put(long bits) {
    values[position++] = bits;
  }

  /** Writes an {@code i32}. */
  public void putInt(int value) {
    put(Integer.toUnsignedLong(value));
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  /** Zeros up to a position: what a variant's case leaves of its flat values. */
  void fillTo(int end) {
    while (position < end) {
      put(0);
    }
  }
}
