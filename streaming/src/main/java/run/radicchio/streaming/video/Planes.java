package run.radicchio.streaming.video;

import run.radicchio.surface.display.Size;
import run.radicchio.surface.picture.I420;
import run.radicchio.webgpu.canvas.Picture;

/**
 * A picture as I420: its luma, a byte a texel, and then each chroma, a byte for two by two texels.
 * ITU-R BT.709 in its limited range, in which black is 16 and white 235.
 *
 * @param bytes row by row with nothing between; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent")
public record Planes(Size size, byte[] bytes) {
  /**
   * A picture.
   *
   * @throws IllegalArgumentException if these are not the bytes of one of that size
   */
  public Planes {
    if (bytes.length != length(size)) {
      throw new IllegalArgumentException(
          "%d bytes are no picture of %s, which has %d"
              .formatted(bytes.length, size, length(size)));
    }
  }

  /**
   * A picture, over black and in sRGB.
   *
   * @throws IllegalStateException if its device is gone
   */
  public static Planes of(Picture picture) {
    Size size = new Size(picture.width(), picture.height());
    byte[] bytes = new byte[length(size)];
    I420.in(bytes, size.width(), size.height()).write(picture);
    return new Planes(size, bytes);
  }

  /** The bytes of a picture. */
  public static int length(Size size) {
    return lumaLength(size) + 2 * chromaLength(size);
  }

  static int lumaLength(Size size) {
    return size.width() * size.height();
  }

  static int chromaLength(Size size) {
    return half(size.width()) * half(size.height());
  }

  /** Half as many, or half of one more. */
  static int half(int texels) {
    return (texels + 1) / 2;
  }
}
