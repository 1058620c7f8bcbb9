package run.radicchio.surface.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import run.radicchio.webgpu.canvas.Picture;

/** Pictures as images of Java. */
public final class Argb {
  private Argb() {}

  /** A copy of a picture over black, in sRGB. */
  public static BufferedImage image(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    write(picture, image);
    return image;
  }

  /**
   * Writes a picture over black, in sRGB.
   *
   * @param target of the same size and of {@link BufferedImage#TYPE_INT_RGB}
   */
  public static void write(Picture picture, BufferedImage target) {
    int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    SrgbRows rows = new SrgbRows(picture);
    for (int y = 0; y < picture.height(); y++) {
      rows.read(y, pixels, y * picture.width());
    }
  }
}
