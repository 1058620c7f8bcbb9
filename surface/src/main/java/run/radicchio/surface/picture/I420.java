package run.radicchio.surface.picture;

import java.lang.foreign.MemorySegment;
import run.radicchio.webgpu.canvas.Picture;

/**
 * Pictures as video encoders take them: in planes of luma and, for squares of four texels, of two
 * chromas, by Recommendation ITU-R BT.709 in its limited range (luma from 16 to 235, chroma from 16
 * to 240). At an odd edge a square has the texels that there are.
 *
 * @param luma the plane Y
 * @param blue the plane U, or Cb, of half the width and half the height, rounded up
 * @param red the plane V, or Cr, of the same size as U
 */
public record I420(Plane luma, Plane blue, Plane red) {
  /** How many bits of the numbers below are behind the point. */
  private static final int POINT = 16;

  private static final double LUMA_RANGE = 219 / 255.0;
  private static final double CHROMA_RANGE = 224 / 255.0;
  private static final double RED = 0.2126;
  private static final double BLUE = 0.0722;

  private static final int Y_RED = fixed(RED * LUMA_RANGE);
  private static final int Y_BLUE = fixed(BLUE * LUMA_RANGE);
  private static final int Y_GREEN = fixed(LUMA_RANGE) - Y_RED - Y_BLUE;
  private static final int Y_ZERO = fixed(16 + 0.5);

  private static final int U_BLUE = fixed(CHROMA_RANGE / 2);
  private static final int U_RED = -fixed(RED * CHROMA_RANGE / (2 - 2 * BLUE));
  private static final int U_GREEN = -U_BLUE - U_RED;

  private static final int V_RED = fixed(CHROMA_RANGE / 2);
  private static final int V_BLUE = -fixed(BLUE * CHROMA_RANGE / (2 - 2 * RED));
  private static final int V_GREEN = -V_RED - V_BLUE;

  // Of the sum of four texels.
  private static final int C_ZERO = 4 * fixed(128 + 0.5);
  private static final int SUM_POINT = POINT + 2;

  private static int fixed(double value) {
    return (int) Math.round(value * (1 << POINT));
  }

  /** Planes of a size, one behind the other in an array. */
  public static I420 in(byte[] samples, int width, int height) {
    int chroma = half(width) * half(height);
    MemorySegment all = MemorySegment.ofArray(samples);
    return new I420(
        new Plane(all.asSlice(0, (long) width * height), width),
        new Plane(all.asSlice((long) width * height, chroma), half(width)),
        new Plane(all.asSlice((long) width * height + chroma, chroma), half(width)));
  }

  /** The samples of a picture of a size, in all planes. */
  public static int samples(int width, int height) {
    return width * height + 2 * half(width) * half(height);
  }

  private static int half(int length) {
    return (length + 1) / 2;
  }

  /**
   * Writes a picture over black, converted to sRGB.
   *
   * @param picture no larger than the planes
   */
  public void write(Picture picture) {
    SrgbRows rows = new SrgbRows(picture);
    int width = picture.width();
    // Of an odd width, the last texel is there twice.
    int[] upper = new int[2 * half(width)];
    int[] lower = new int[2 * half(width)];
    int[] wide = new int[width];
    byte[] lumaRow = new byte[width];
    byte[] blueRow = new byte[half(width)];
    byte[] redRow = new byte[half(width)];
    for (int y = 0; y < picture.height(); y++) {
      int[] texels = y % 2 == 0 ? upper : lower;
      rows.read(y, texels, 0);
      if (width % 2 != 0) {
        texels[width] = texels[width - 1];
      }
      toLuma(texels, wide, lumaRow);
      luma.write(y, lumaRow);
      if (y % 2 != 0 || y + 1 == picture.height()) {
        toChroma(upper, texels, blueRow, redRow);
        blue.write(y / 2, blueRow);
        red.write(y / 2, redRow);
      }
    }
  }

  /** In two loops, each of which the JVM has many texels at once go through. */
  private static void toLuma(int[] texels, int[] wide, byte[] luma) {
    for (int i = 0; i < luma.length; i++) {
      int texel = texels[i];
      int red = texel >> 16 & 0xFF;
      int green = texel >> 8 & 0xFF;
      int blue = texel & 0xFF;
      wide[i] = (Y_RED * red + Y_GREEN * green + Y_BLUE * blue + Y_ZERO) >> POINT;
    }
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) wide[i];
    }
  }

  private static void toChroma(int[] upper, int[] lower, byte[] blues, byte[] reds) {
    for (int i = 0; i < blues.length; i++) {
      int a = upper[2 * i];
      int b = upper[2 * i + 1];
      int c = lower[2 * i];
      int d = lower[2 * i + 1];
      // Sums of red and blue fit beside each other.
      int redAndBlue = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF);
      int red = redAndBlue >> 16;
      int green = (a >> 8 & 0xFF) + (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + (d >> 8 & 0xFF);
      int blue = redAndBlue & 0xFFFF;
      blues[i] = (byte) ((U_RED * red + U_GREEN * green + U_BLUE * blue + C_ZERO) >> SUM_POINT);
      reds[i] = (byte) ((V_RED * red + V_GREEN * green + V_BLUE * blue + C_ZERO) >> SUM_POINT);
    }
  }
}
