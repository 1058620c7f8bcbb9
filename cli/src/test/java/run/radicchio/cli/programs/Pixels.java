package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** An image in long numbers: red, green, blue and opacity of each pixel, from 0 to 1. */
final class Pixels {
  static final int CHANNELS = 4;

  private final int width;
  private final int height;
  private final double[] samples;

  Pixels(int width, int height, double[] samples) {
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double[] samples() {
    return samples;
  }

  /** Something with slopes, edges, noise, and pixels that are more or less opaque. */
  static Pixels synthetic(int width, int height, boolean opaque) {
    RandomGenerator chance = new SplittableRandom(width);
    double[] samples = new double[CHANNELS * width * height];
    for (int i = 0; i < width * height; i++) {
      double x = i % width / (double) width;
      int row = i / width;
      double y = row / (double) height;
      boolean inside = Math.hypot(x - 0.5, y - 0.4) < 0.25;
      samples[CHANNELS * i] = inside ? 0.9 : x;
      samples[CHANNELS * i + 1] = 0.5 + 0.5 * Math.sin(20 * x * y + 3 * y);
      samples[CHANNELS * i + 2] = 0.3 * y + 0.7 * chance.nextDouble();
      samples[CHANNELS * i + 3] = opaque || inside ? 1 : Math.max(0, 1 - 1.3 * y);
    }
    return new Pixels(width, height, samples).rounded(65535);
  }

  double at(int x, int y, int channel) {
    int column = Math.clamp(x, 0, width - 1);
    int row = Math.clamp(y, 0, height - 1);
    return samples[CHANNELS * (row * width + column) + channel];
  }

  /** What a file of samples with so many steps has of it. */
  Pixels rounded(int most) {
    return map(sample -> Math.rint(Math.clamp(sample, 0, 1) * most) / most);
  }

  /** The same done to each sample. */
  Pixels map(DoubleUnaryOperator operator) {
    return new Pixels(width, height, Arrays.stream(samples).map(operator).toArray());
  }

  /** The same done to the colour of each pixel. */
  Pixels colours(UnaryOperator<double[]> operator) {
    double[] changed = samples.clone();
    for (int i = 0; i < changed.length; i += CHANNELS) {
      double[] colour = operator.apply(Arrays.copyOfRange(samples, i, i + 3));
      System.arraycopy(colour, 0, changed, i, 3);
    }
    return new Pixels(width, height, changed);
  }

  /** Colours times opacity. */
  Pixels premultiplied() {
    return withOpacity((colour, opacity) -> colour * opacity);
  }

  /** Colours by opacity; what is not there is black. */
  Pixels straight() {
    return withOpacity((colour, opacity) -> opacity == 0 ? 0 : colour / opacity);
  }

  private Pixels withOpacity(DoubleBinaryOperator operator) {
    double[] changed = samples.clone();
    for (int i = 0; i < changed.length; i++) {
      if (i % CHANNELS != 3) {
        changed[i] = operator.applyAsDouble(changed[i], changed[i - i % CHANNELS + 3]);
      }
    }
    return new Pixels(width, height, changed);
  }

  /** As PNG of 16 bits a sample. */
  void write(Path file) throws IOException {
    int[] offsets = {0, 1, 2, 3};
    WritableRaster raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_USHORT, width, height, CHANNELS * width, CHANNELS, offsets, null);
    raster.setPixels(
        0, 0, width, height, Arrays.stream(samples).map(s -> Math.rint(65535 * s)).toArray());
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_USHORT);
    ImageIO.write(new BufferedImage(model, raster, false, null), "png", file.toFile());
  }

  static Pixels read(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    var raster = image.getRaster();
    int bands = raster.getNumBands();
    int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    double[] samples = new double[CHANNELS * image.getWidth() * image.getHeight()];
    Arrays.fill(samples, 1);
    double[] pixel = null;
    for (int i = 0; i < samples.length; i += CHANNELS) {
      int place = i / CHANNELS;
      pixel = raster.getPixel(place % image.getWidth(), place / image.getWidth(), pixel);
      for (int band = 0; band < bands; band++) {
        samples[i + band] = pixel[band] / most;
      }
    }
    return new Pixels(image.getWidth(), image.getHeight(), samples);
  }

  /** Checks that no sample differs by more. */
  void assertClose(Pixels actual, double most) {
    assertEquals(width + " x " + height, actual.width + " x " + actual.height);
    for (int i = 0; i < samples.length; i++) {
      double difference = Math.abs(samples[i] - actual.samples[i]);
      int place = i;
      assertTrue(
          difference <= most,
          () ->
              "at %d, %d channel %d is %s, not %s"
                  .formatted(
                      place / CHANNELS % width,
                      place / CHANNELS / width,
                      place % CHANNELS,
                      actual.samples[place],
                      samples[place]));
    }
  }
}
