package run.radicchio.webgpu.dawn;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture to compare with others.
 *
 * @param image of opaque pixels
 */
record Pixels(BufferedImage image) {
  private static final int BLOCK = 8;

  /**
   * How far two pictures are apart, in steps of which a channel has 255.
   *
   * @param mean over all channels of all pixels
   * @param ofBlock the largest mean over the channels of a square of 8 pixels
   */
  record Difference(double mean, double ofBlock) {}

  static Pixels read(Path file) throws IOException {
    return new Pixels(ImageIO.read(file.toFile()));
  }

  static Pixels of(StillLife.Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      int rgb = channel(picture, i, 0) << 16 | channel(picture, i, 1) << 8 | channel(picture, i, 2);
      image.setRGB(i % picture.width(), i / picture.width(), rgb);
    }
    return new Pixels(image);
  }

  private static int channel(StillLife.Picture picture, int pixel, int channel) {
    return Byte.toUnsignedInt(picture.pixels()[4 * pixel + channel]);
  }

  void write(Path png) throws IOException {
    ImageIO.write(image, "png", png.toFile());
  }

  /**
   * The difference to another picture.
   *
   * @throws IllegalArgumentException if it has another size
   */
  Difference to(Pixels other) {
    if (image.getWidth() != other.image.getWidth()
        || image.getHeight() != other.image.getHeight()) {
      throw new IllegalArgumentException("the pictures differ in size");
    }
    double sum = 0;
    double ofBlock = 0;
    for (int y = 0; y < image.getHeight(); y += BLOCK) {
      for (int x = 0; x < image.getWidth(); x += BLOCK) {
        int width = Math.min(BLOCK, image.getWidth() - x);
        int height = Math.min(BLOCK, image.getHeight() - y);
        long block = sum(other, x, y, width, height);
        sum += block;
        ofBlock = Math.max(ofBlock, (double) block / (3 * width * height));
      }
    }
    return new Difference(sum / (3 * image.getWidth() * image.getHeight()), ofBlock);
  }

  private long sum(Pixels other, int left, int top, int width, int height) {
    int[] ours = image.getRGB(left, top, width, height, null, 0, width);
    int[] theirs = other.image.getRGB(left, top, width, height, null, 0, width);
    long sum = 0;
    for (int i = 0; i < ours.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((ours[i] >> shift & 0xFF) - (theirs[i] >> shift & 0xFF));
      }
    }
    return sum;
  }
}
