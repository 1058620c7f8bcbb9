package run.radicchio.streaming.video;

import run.radicchio.surface.display.Size;

/**
 * Planes as JPEG files have them: by BT.601, and in the full range. Both kinds are linear in red,
 * green and blue, so that one comes of the other without them.
 */
final class Jfif {
  /** How many bits of the numbers below are behind the point. */
  private static final int POINT = 16;

  private static final int HALF = 1 << (POINT - 1);
  private static final double LUMA_STRETCH = 255 / 219.0;
  private static final double CHROMA_STRETCH = 255 / 224.0;

  private static final int Y_OF_Y = fixed(LUMA_STRETCH);
  private static final int Y_OF_U = fixed(0.10159 * CHROMA_STRETCH);
  private static final int Y_OF_V = fixed(0.19609 * CHROMA_STRETCH);
  private static final int U_OF_U = fixed(0.98985 * CHROMA_STRETCH);
  private static final int U_OF_V = fixed(-0.11066 * CHROMA_STRETCH);
  private static final int V_OF_U = fixed(-0.07246 * CHROMA_STRETCH);
  private static final int V_OF_V = fixed(0.98339 * CHROMA_STRETCH);

  private Jfif() {}

  private static int fixed(double value) {
    return (int) Math.round(value * (1 << POINT));
  }

  static Planes of(Planes picture) {
    Size size = picture.size();
    byte[] from = picture.bytes();
    byte[] to = new byte[from.length];
    int width = size.width();
    int blue = Planes.lumaLength(size);
    int red = blue + Planes.chromaLength(size);
    for (int y = 0; y < size.height(); y += 2) {
      for (int x = 0; x < width; x += 2, blue++, red++) {
        int u = (from[blue] & 0xFF) - 128;
        int v = (from[red] & 0xFF) - 128;
        to[blue] = value(((U_OF_U * u + U_OF_V * v + HALF) >> POINT) + 128);
        to[red] = value(((V_OF_U * u + V_OF_V * v + HALF) >> POINT) + 128);
        int offset = Y_OF_U * u + Y_OF_V * v + HALF - 16 * Y_OF_Y;
        for (int row = y; row < Math.min(y + 2, size.height()); row++) {
          for (int at = row * width + x; at < row * width + Math.min(x + 2, width); at++) {
            to[at] = value((Y_OF_Y * (from[at] & 0xFF) + offset) >> POINT);
          }
        }
      }
    }
    return new Planes(size, to);
  }

  private static byte value(int value) {
    return (byte) Math.clamp(value, 0, 255);
  }
}
