package run.radicchio.surface.offscreen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import run.radicchio.surface.picture.Argb;
import run.radicchio.webgpu.canvas.Picture;

/** Each picture as a PNG file of its own, {@code 00001.png} and so on. */
public final class PngFolder implements Recorder {
  private final Path folder;

  private PngFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Files in a folder, which is made if it is not there. Those of the second surface are in a
   * folder {@code surface-2} in it.
   *
   * @throws IOException if it cannot be made
   */
  public static PngFolder of(Path folder, int surface) throws IOException {
    Path own = surface == 1 ? folder : folder.resolve("surface-" + surface);
    return new PngFolder(Files.createDirectories(own));
  }

  @Override
  public void record(int number, Picture picture) throws IOException {
    Path file = folder.resolve("%05d.png".formatted(number));
    if (!ImageIO.write(Argb.image(picture), "png", file.toFile())) {
      throw new IOException("this Java cannot write " + file);
    }
  }

  @Override
  public void close() {}
}
