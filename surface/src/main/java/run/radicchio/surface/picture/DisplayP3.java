package run.radicchio.surface.picture;

/**
 * Colors of Display P3, which become those of sRGB. Both have the same white and the same transfer
 * function (CSS Color Module Level 4, "Predefined Color Spaces"); what sRGB cannot show becomes
 * what comes next, for each of red, green and blue.
 */
final class DisplayP3 {
  /** So fine that the next number makes less than a quarter of an eight-bit step. */
  private static final int STEPS = 1 << 14;

  /** The linear number of each eight-bit one. */
  private static final float[] LINEAR_BYTES = new float[256];

  /** The linear number of each half from 0 to 1. */
  private static final float[] LINEAR_HALVES = new float[Halves.COUNT];

  /** The eight-bit number of each linear one. */
  private static final byte[] ENCODED = new byte[STEPS + 1];

  static {
    for (int i = 0; i < LINEAR_BYTES.length; i++) {
      LINEAR_BYTES[i] = linear(i / 255.0);
    }
    for (int half = 0; half < LINEAR_HALVES.length; half++) {
      LINEAR_HALVES[half] = linear(Float.float16ToFloat((short) half));
    }
    for (int i = 0; i < ENCODED.length; i++) {
      ENCODED[i] = encoded((double) i / STEPS);
    }
  }

  private DisplayP3() {}

  private static float linear(double encoded) {
    return (float)
        (encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4));
  }

  private static byte encoded(double linear) {
    double encoded =
        linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (byte) Math.round(255 * encoded);
  }

  /** Converts texels where they are. */
  static void toSrgb(int[] texels, int start, int end) {
    for (int i = start; i < end; i++) {
      int texel = texels[i];
      texels[i] =
          srgb(
              LINEAR_BYTES[texel >> 16 & 0xFF],
              LINEAR_BYTES[texel >> 8 & 0xFF],
              LINEAR_BYTES[texel & 0xFF]);
    }
  }

  /** Converts texels of red, green, blue and alpha each. */
  static void toSrgb(short[] from, int[] to, int start, int end) {
    for (int i = start, half = 0; i < end; i++, half += 4) {
      to[i] =
          srgb(
              LINEAR_HALVES[Halves.clamp(from[half])],
              LINEAR_HALVES[Halves.clamp(from[half + 1])],
              LINEAR_HALVES[Halves.clamp(from[half + 2])]);
    }
  }

  /** A texel of linear P3 in sRGB: by the product of the matrices to and from CIE XYZ. */
  private static int srgb(float red, float green, float blue) {
    return encode(1.2249402f * red - 0.2249402f * green) << 16
        | encode(-0.0420570f * red + 1.0420570f * green) << 8
        | encode(-0.0196376f * red - 0.0786361f * green + 1.0982736f * blue);
  }

  private static int encode(float linear) {
    int step = (int) (linear * STEPS + 0.5f);
    return ENCODED[Math.min(Math.max(step, 0), STEPS)] & 0xFF;
  }
}
