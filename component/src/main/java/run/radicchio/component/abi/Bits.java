package run.radicchio.component.abi;

/** Core values and their bits in a {@code long}. */
final class Bits {
  private Bits() {}

  static long ofInt(int value) {
    return Integer.toUnsignedLong(value);
  }

  static long ofFloat(float value) {
    return Integer.toUnsignedLong(Float.floatToRawIntBits(value));
  }

  static long ofDouble(double value) {
    return Double.doubleToRawLongBits(value);
  }

  static int toInt(long bits) {
    return (int) bits;
  }

  static float toFloat(long bits) {
    return Float.intBitsToFloat((int) bits);
  }

  static double toDouble(long bits) {
    return Double.longBitsToDouble(bits);
  }

  /** The canonical not-a-number for any (CanonicalABI, {@code canonicalize_nan32}). */
  static float canonical(float value) {
    return Float.isNaN(value) ? Float.NaN : value;
  }

  /** The canonical not-a-number for any (CanonicalABI, {@code canonicalize_nan64}). */
  static double canonical(double value) {
    return Double.isNaN(value) ? Double.NaN : value;
  }
}
