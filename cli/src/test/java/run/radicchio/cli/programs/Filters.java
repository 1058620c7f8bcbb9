package run.radicchio.cli.programs;

import java.util.function.DoubleUnaryOperator;

/** What filters of images mean, in long numbers. */
final class Filters {
  private Filters() {}

  /** A weight for a distance in pixels, and where it ends. */
  record Shape(double radius, DoubleUnaryOperator weight) {
    static final Shape LANCZOS3 = new Shape(3, x -> sinc(x) * sinc(x / 3));
    static final Shape MITCHELL =
        new Shape(
            2,
            x ->
                x < 1
                    ? (21 * x * x * x - 36 * x * x + 16) / 18
                    : (-7 * x * x * x + 36 * x * x - 60 * x + 32) / 18);
    static final Shape CATMULL_ROM =
        new Shape(
            2,
            x ->
                x < 1
                    ? 1.5 * x * x * x - 2.5 * x * x + 1
                    : -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2);
    static final Shape TRIANGLE = new Shape(1, x -> 1 - x);

    private static double sinc(double x) {
      return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private double at(double x) {
      return Math.abs(x) < radius ? weight.applyAsDouble(Math.abs(x)) : 0;
    }
  }

  /** Light of a number in sRGB. */
  static double light(double number) {
    return number <= 0.04045 ? number / 12.92 : Math.pow((number + 0.055) / 1.055, 2.4);
  }

  /** A number in sRGB for light. */
  static double srgb(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  /** A number in ITU-R BT.709 for light. */
  static double video(double light) {
    double alpha = 1.09929682680944;
    return light < 0.018053968510807 ? 4.5 * light : alpha * Math.pow(light, 0.45) - (alpha - 1);
  }

  /** Light of a number in ITU-R BT.709. */
  static double videoLight(double number) {
    double alpha = 1.09929682680944;
    return number < 4.5 * 0.018053968510807
        ? number / 4.5
        : Math.pow((number + alpha - 1) / alpha, 1 / 0.45);
  }

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < vector.length; column++) {
        product[row] += matrix[row][column] * vector[column];
      }
    }
    return product;
  }

  static Pixels resized(Pixels image, int width, int height, Shape shape) {
    double[] samples = new double[Pixels.CHANNELS * width * height];
    double right = image.width() / (double) width;
    double down = image.height() / (double) height;
    for (int i = 0; i < width * height; i++) {
      double all = 0;
      for (int y = 0; y < image.height(); y++) {
        double row = weight(shape, i / width, y, down);
        for (int x = 0; row != 0 && x < image.width(); x++) {
          double weight = row * weight(shape, i % width, x, right);
          all += weight;
          for (int channel = 0; weight != 0 && channel < Pixels.CHANNELS; channel++) {
            samples[Pixels.CHANNELS * i + channel] += weight * image.at(x, y, channel);
          }
        }
      }
      for (int channel = 0; channel < Pixels.CHANNELS; channel++) {
        samples[Pixels.CHANNELS * i + channel] /= all;
      }
    }
    return new Pixels(width, height, samples);
  }

  /** How much of a pixel that goes in there is in one that comes out. */
  private static double weight(Shape shape, int out, int in, double scale) {
    return shape.at((in + 0.5 - (out + 0.5) * scale) / Math.max(1, scale));
  }

  static Pixels blurred(Pixels image, double sigma) {
    int reach = (int) Math.ceil(4 * sigma);
    double[] weights = new double[2 * reach + 1];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(-Math.pow((i - reach) / sigma, 2) / 2);
      all += weights[i];
    }
    double[] samples = new double[image.samples().length];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / Pixels.CHANNELS;
      for (int y = 0; y < weights.length; y++) {
        for (int x = 0; x < weights.length; x++) {
          double sample =
              image.at(
                  pixel % image.width() + x - reach,
                  pixel / image.width() + y - reach,
                  i % Pixels.CHANNELS);
          samples[i] += weights[x] / all * weights[y] / all * sample;
        }
      }
    }
    return new Pixels(image.width(), image.height(), samples);
  }

  /** Sobel's operator on the luminance of numbers in sRGB's primaries. */
  static Pixels edges(Pixels image, double factor) {
    int[][] across = {{-1, 0, 1}, {-2, 0, 2}, {-1, 0, 1}};
    double[] samples = new double[image.samples().length];
    for (int i = 0; i < samples.length; i += Pixels.CHANNELS) {
      int pixel = i / Pixels.CHANNELS;
      double right = 0;
      double down = 0;
      for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
          double luminance = luminance(image, pixel % image.width() + x, pixel / image.width() + y);
          right += across[y + 1][x + 1] * luminance;
          down += across[x + 1][y + 1] * luminance;
        }
      }
      double steep = factor / 4 * Math.hypot(right, down);
      System.arraycopy(new double[] {steep, steep, steep, 1}, 0, samples, i, Pixels.CHANNELS);
    }
    return new Pixels(image.width(), image.height(), samples);
  }

  private static double luminance(Pixels image, int x, int y) {
    return 0.21263900587151 * image.at(x, y, 0)
        + 0.71516867876775 * image.at(x, y, 1)
        + 0.07219231536073 * image.at(x, y, 2);
  }
}
