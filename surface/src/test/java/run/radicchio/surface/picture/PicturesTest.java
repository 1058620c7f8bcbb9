package run.radicchio.surface.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import run.radicchio.webgpu.GpuCanvasAlphaMode;
import run.radicchio.webgpu.GpuCanvasToneMappingMode;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.PredefinedColorSpace;
import run.radicchio.webgpu.canvas.Picture;

/** Conversions beside the same in 64-bit floats, of which they are one step off at most. */
class PicturesTest {
  private static final byte UNTOUCHED = 77;

  private enum Format {
    BGRA(GpuTextureFormat.BGRA8UNORM),
    RGBA(GpuTextureFormat.RGBA8UNORM),
    HALF(GpuTextureFormat.RGBA16FLOAT);

    final GpuTextureFormat format;

    Format(GpuTextureFormat format) {
      this.format = format;
    }
  }

  private static Picture picture(
      int width, int height, Format format, PredefinedColorSpace space, int padding, byte[] bytes) {
    return new Picture(
        width,
        height,
        format.format,
        GpuCanvasAlphaMode.PREMULTIPLIED,
        space,
        GpuCanvasToneMappingMode.STANDARD,
        width * Picture.texelSize(format.format) + padding,
        ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
        () -> {});
  }

  /** Of bytes; halves are mostly those of colors, and sometimes anything. */
  private static Picture random(
      int width, int height, Format format, PredefinedColorSpace space, int padding, long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[(width * Picture.texelSize(format.format) + padding) * height];
    random.nextBytes(bytes);
    if (format == Format.HALF) {
      ByteBuffer halves = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
      for (int at = 0; at + 2 <= bytes.length; at += 2) {
        if (random.nextInt(4) != 0) {
          halves.putShort(at, Float.floatToFloat16(random.nextFloat() * 1.2f - 0.1f));
        }
      }
    }
    return picture(width, height, format, space, padding, bytes);
  }

  /** One texel as red, green and blue from 0 to 1 in sRGB. */
  private static double[] reference(Picture picture, int x, int y) {
    boolean half = picture.format() == GpuTextureFormat.RGBA16FLOAT;
    boolean backwards = picture.format() == GpuTextureFormat.BGRA8UNORM;
    int at = y * picture.bytesPerRow() + x * Picture.texelSize(picture.format());
    ByteBuffer texels = picture.texels().duplicate().order(ByteOrder.nativeOrder());
    double[] color = new double[3];
    for (int i = 0; i < 3; i++) {
      color[i] =
          half
              ? clamp(texels.getShort(at + 2 * i))
              : (texels.get(at + (backwards ? 2 - i : i)) & 0xFF) / 255.0;
    }
    return picture.colorSpace() == PredefinedColorSpace.SRGB ? color : toSrgb(color);
  }

  /** What is no number is 0 where it is negative, and else 1. */
  private static double clamp(short half) {
    float value = Float.float16ToFloat(half);
    return Float.isNaN(value) ? (half < 0 ? 0 : 1) : Math.clamp(value, 0f, 1f);
  }

  /** By way of CIE XYZ. */
  private static double[] toSrgb(double[] p3) {
    double[] linear = new double[3];
    for (int i = 0; i < 3; i++) {
      linear[i] = p3[i] <= 0.04045 ? p3[i] / 12.92 : Math.pow((p3[i] + 0.055) / 1.055, 2.4);
    }
    double[][] toXyz = {
      {608311 / 1250200.0, 189793 / 714400.0, 198249 / 1000160.0},
      {35783 / 156275.0, 247089 / 357200.0, 198249 / 2500400.0},
      {0, 32229 / 714400.0, 5220557 / 5000800.0}
    };
    double[][] fromXyz = {
      {12831 / 3959.0, -329 / 214.0, -1974 / 3959.0},
      {-851781 / 878810.0, 1648619 / 878810.0, 36519 / 878810.0},
      {705 / 12673.0, -2585 / 12673.0, 705 / 667.0}
    };
    double[] srgb = times(fromXyz, times(toXyz, linear));
    for (int i = 0; i < 3; i++) {
      double value = Math.clamp(srgb[i], 0, 1);
      srgb[i] = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
    }
    return srgb;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  private static double luma(double[] color) {
    return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2];
  }

  /** The mean of a property of those texels of a square that there are. */
  private static double[] mean(Picture picture, int x, int y) {
    double[] sum = new double[3];
    int count = 0;
    for (int row = 2 * y; row < Math.min(2 * y + 2, picture.height()); row++) {
      for (int column = 2 * x; column < Math.min(2 * x + 2, picture.width()); column++) {
        double[] color = reference(picture, column, row);
        for (int i = 0; i < 3; i++) {
          sum[i] += color[i];
        }
        count++;
      }
    }
    for (int i = 0; i < 3; i++) {
      sum[i] /= count;
    }
    return sum;
  }

  private static void assertNear(double expected, int actual) {
    assertTrue(
        Math.abs(Math.round(expected) - actual) <= 1, () -> actual + " instead of " + expected);
  }

  @Property
  void hasTheSamplesOfVideo(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll Format format,
      @ForAll PredefinedColorSpace space,
      @ForAll @IntRange(max = 5) int padding,
      @ForAll long seed) {
    Picture picture = random(width, height, format, space, 2 * padding, seed);
    int chromaWidth = (width + 1) / 2;
    int chromaHeight = (height + 1) / 2;
    try (Arena arena = Arena.ofConfined()) {
      I420 video =
          new I420(
              plane(arena, width + padding, height),
              plane(arena, chromaWidth + padding, chromaHeight),
              plane(arena, chromaWidth + padding, chromaHeight));
      video.write(picture);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          assertNear(16 + 219 * luma(reference(picture, x, y)), sample(video.luma(), x, y));
        }
      }
      for (int y = 0; y < chromaHeight; y++) {
        for (int x = 0; x < chromaWidth; x++) {
          double[] color = mean(picture, x, y);
          double luma = luma(color);
          assertNear(128 + 224 * (color[2] - luma) / 1.8556, sample(video.blue(), x, y));
          assertNear(128 + 224 * (color[0] - luma) / 1.5748, sample(video.red(), x, y));
        }
      }
      assertUntouched(video.luma(), width, height);
      assertUntouched(video.blue(), chromaWidth, chromaHeight);
      assertUntouched(video.red(), chromaWidth, chromaHeight);
    }
  }

  private static Plane plane(Arena arena, int stride, int height) {
    MemorySegment samples = arena.allocate((long) stride * height);
    return new Plane(samples.fill(UNTOUCHED), stride);
  }

  private static int sample(Plane plane, int x, int y) {
    return plane.samples().get(ValueLayout.JAVA_BYTE, (long) y * plane.stride() + x) & 0xFF;
  }

  private static void assertUntouched(Plane plane, int width, int height) {
    for (int y = 0; y < height; y++) {
      for (int x = width; x < plane.stride(); x++) {
        assertEquals(UNTOUCHED, sample(plane, x, y));
      }
    }
  }

  @Property
  void hasThePixelsOfAScreen(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll Format format,
      @ForAll PredefinedColorSpace space,
      @ForAll @IntRange(max = 5) int padding,
      @ForAll long seed) {
    Picture picture = random(width, height, format, space, 2 * padding, seed);
    BufferedImage image = Argb.image(picture);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = image.getRGB(x, y);
        double[] color = reference(picture, x, y);
        assertNear(255 * color[0], pixel >> 16 & 0xFF);
        assertNear(255 * color[1], pixel >> 8 & 0xFF);
        assertNear(255 * color[2], pixel & 0xFF);
      }
    }
  }

  /** Colors whose samples are known from elsewhere. */
  @Test
  void hasTheSamplesOfKnownColors() {
    int[][] known = {
      // red, green, blue; Y, U, V
      {255, 255, 255, 235, 128, 128},
      {0, 0, 0, 16, 128, 128},
      {255, 0, 0, 63, 102, 240},
      {0, 255, 0, 173, 42, 26},
      {0, 0, 255, 32, 240, 118},
      {128, 128, 128, 126, 128, 128},
    };
    for (int[] color : known) {
      byte[] texel = {(byte) color[0], (byte) color[1], (byte) color[2], 0};
      byte[] samples = new byte[I420.samples(1, 1)];
      I420.in(samples, 1, 1).write(picture(1, 1, Format.RGBA, PredefinedColorSpace.SRGB, 0, texel));
      for (int i = 0; i < 3; i++) {
        assertEquals(color[3 + i], samples[i] & 0xFF);
      }
    }
  }

  @Test
  void anEmptyPictureHasNoSamples() {
    for (Format format : Format.values()) {
      byte[] samples = new byte[I420.samples(0, 4)];
      I420.in(samples, 0, 4)
          .write(picture(0, 4, format, PredefinedColorSpace.DISPLAY_P3, 0, new byte[0]));
      assertEquals(0, samples.length);
    }
  }
}
