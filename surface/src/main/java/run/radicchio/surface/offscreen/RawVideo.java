package run.radicchio.surface.offscreen;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.picture.Argb;
import run.radicchio.webgpu.canvas.Picture;

/**
 * Pictures one after the other, as other programs read them from files and pipes: red, green and
 * blue of each texel, a byte each, row by row from the top, and nothing else. All are as large as
 * the first.
 */
public final class RawVideo implements Recorder {
  private final OutputStream out;
  private @Nullable Size size;

  /** Writes there, and closes it at the end. */
  public RawVideo(OutputStream out) {
    this.out = out;
  }

  @Override
  public void record(int number, Picture picture) throws IOException {
    Size now = new Size(picture.width(), picture.height());
    if (size == null) {
      size = now;
    } else if (!size.equals(now)) {
      throw new IOException(
          "picture %d is of %s, but those before are of %s, and a video has one size"
              .formatted(number, now, size));
    }
    out.write(rgb(Argb.image(picture)));
  }

  private static byte[] rgb(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    byte[] bytes = new byte[pixels.length * 3];
    for (int i = 0; i < pixels.length; i++) {
      bytes[3 * i] = (byte) (pixels[i] >> 16);
      bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
      bytes[3 * i + 2] = (byte) pixels[i];
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
