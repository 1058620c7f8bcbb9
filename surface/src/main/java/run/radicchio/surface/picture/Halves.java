package run.radicchio.surface.picture;

/** Colors in half floats. */
final class Halves {
  /** The bits of the number 1. Those of smaller ones that are not negative are less. */
  private static final int ONE = 0x3C00;

  /** How many numbers there are from 0 to 1. */
  static final int COUNT = ONE + 1;

  /** Eight bits of each number from 0 to 1. */
  private static final byte[] BYTES = bytes();

  private Halves() {}

  private static byte[] bytes() {
    byte[] bytes = new byte[COUNT];
    for (int half = 0; half < COUNT; half++) {
      bytes[half] = (byte) Math.round(255 * Float.float16ToFloat((short) half));
    }
    return bytes;
  }

  /** The bits of the number from 0 to 1 that is next. What is no number becomes 0 or 1. */
  static int clamp(short half) {
    return Math.min(Math.max(half, 0), ONE);
  }

  /** Converts texels of red, green, blue and alpha each. */
  static void toBytes(short[] from, int[] to, int start, int end) {
    for (int i = start, half = 0; i < end; i++, half += 4) {
      to[i] = toByte(from[half]) << 16 | toByte(from[half + 1]) << 8 | toByte(from[half + 2]);
    }
  }

  private static int toByte(short half) {
    return BYTES[clamp(half)] & 0xFF;
  }
}
