package run.radicchio.surface.offscreen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.picture.Argb;
import run.radicchio.surface.picture.I420;
import run.radicchio.webgpu.canvas.Picture;

/**
 * Pictures one after the other and not compressed, as other programs read them from files and
 * pipes. All are as large as the first.
 */
public final class Video implements Recorder {
  private final Form form;
  private final OutputStream out;
  private @Nullable Size size;

  /** How pictures are written. */
  public sealed interface Form {
    /** Red, green and blue of each texel, a byte each, row by row from the top; nothing else. */
    record Rgb24() implements Form {}

    /**
     * YUV4MPEG2, which says of itself what it is: 4:2:0 by BT.709, in its limited range.
     *
     * @param rate frames a second
     */
    record Y4m(int rate) implements Form {}
  }

  /** Writes there, and closes it at the end. */
  public Video(Form form, OutputStream out) {
    this.form = form;
    this.out = out;
  }

  @Override
  public void record(int number, Picture picture) throws IOException {
    Size now = new Size(picture.width(), picture.height());
    if (size == null) {
      size = now;
      out.write(header(now).getBytes(US_ASCII));
    } else if (!size.equals(now)) {
      throw new IOException(
          "picture %d is of %s, but those before are of %s, and a video has one size"
              .formatted(number, now, size));
    }
    switch (form) {
      case Form.Rgb24() -> out.write(rgb(Argb.image(picture)));
      case Form.Y4m(_) -> {
        out.write("FRAME\n".getBytes(US_ASCII));
        out.write(yuv(picture));
      }
    }
  }

  private String header(Size of) {
    return switch (form) {
      case Form.Rgb24() -> "";
      case Form.Y4m(int rate) ->
          "YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420mpeg2 XCOLORRANGE=LIMITED\n"
              .formatted(of.width(), of.height(), rate);
    };
  }

  private static byte[] yuv(Picture picture) {
    byte[] samples = new byte[I420.samples(picture.width(), picture.height())];
    I420.in(samples, picture.width(), picture.height()).write(picture);
    return samples;
  }

  private static byte[] rgb(BufferedImage image) {
    int[] texels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    byte[] bytes = new byte[texels.length * 3];
    for (int i = 0; i < texels.length; i++) {
      bytes[3 * i] = (byte) (texels[i] >> 16);
      bytes[3 * i + 1] = (byte) (texels[i] >> 8);
      bytes[3 * i + 2] = (byte) texels[i];
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
