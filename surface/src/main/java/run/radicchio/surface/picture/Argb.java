package run.radicchio.surface.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import run.radicchio.webgpu.GpuTextureFormat;
import run.radicchio.webgpu.canvas.Picture;

/** Pictures as images of Java. */
public final class Argb {
  private Argb() {}

  /** A copy of a picture over black, in sRGB. */
  public static BufferedImage image(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    ByteBuffer texels = picture.texels().duplicate().order(ByteOrder.nativeOrder());
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int at = y * picture.bytesPerRow() + x * Picture.texelSize(picture.format());
        pixels[y * picture.width() + x] = rgb(texels, at, picture.format());
      }
    }
    return image;
  }

  private static int rgb(ByteBuffer texels, int at, GpuTextureFormat format) {
    return switch (format) {
      case BGRA8UNORM -> rgb(texels.get(at + 2), texels.get(at + 1), texels.get(at));
      case RGBA8UNORM -> rgb(texels.get(at), texels.get(at + 1), texels.get(at + 2));
      default -> rgb(half(texels, at), half(texels, at + 2), half(texels, at + 4));
    };
  }

  private static byte half(ByteBuffer texels, int at) {
    float value = Float.float16ToFloat(texels.getShort(at));
    return (byte) Math.round(Math.clamp(value, 0f, 1f) * 255);
  }

  private static int rgb(byte red, byte green, byte blue) {
    return (red & 0xFF) << 16 | (green & 0xFF) << 8 | (blue & 0xFF);
  }
}
