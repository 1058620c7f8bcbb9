package run.radicchio.streaming.video;

import java.util.Random;
import run.radicchio.surface.display.Size;

/** Pictures to encode. */
public final class Pictures {
  private Pictures() {}

  /** Soft slopes that move. */
  public static Planes slopes(Size size, int time) {
    return of(
        size, (x, y, plane) -> 128 + (int) (90 * Math.sin((x + y + plane * 40 + time) / 50.0)));
  }

  /** One color. */
  public static Planes plain(Size size, int luma, int blue, int red) {
    return of(size, (x, y, plane) -> new int[] {luma, blue, red}[plane]);
  }

  /** What is hard to make small. */
  public static Planes noise(Size size, int seed) {
    Random random = new Random(seed);
    return of(size, (x, y, plane) -> plane == 0 ? 100 + random.nextInt(40) : 128);
  }

  /** A value of a plane. */
  @FunctionalInterface
  public interface Texel {
    /** At this place of the plane. */
    int at(int x, int y, int plane);
  }

  /** A picture of these values. */
  public static Planes of(Size size, Texel texel) {
    byte[] bytes = new byte[Planes.length(size)];
    int at = 0;
    for (int plane = 0; plane < 3; plane++) {
      int width = plane == 0 ? size.width() : Planes.half(size.width());
      int height = plane == 0 ? size.height() : Planes.half(size.height());
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          bytes[at++] = (byte) texel.at(x, y, plane);
        }
      }
    }
    return new Planes(size, bytes);
  }

  /** How far values are apart in the mean. */
  public static double difference(Planes one, Planes other) {
    long sum = 0;
    for (int i = 0; i < one.bytes().length; i++) {
      sum += Math.abs((one.bytes()[i] & 0xFF) - (other.bytes()[i] & 0xFF));
    }
    return (double) sum / one.bytes().length;
  }
}
