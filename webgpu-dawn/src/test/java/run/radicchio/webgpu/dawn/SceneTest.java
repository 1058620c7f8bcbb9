package run.radicchio.webgpu.dawn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.webgpu.dawn.SoftwareDevice.await;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.webgpu.dawn.Pixels.Difference;

/** The guest {@code scene} draws the picture of README.md, on whatever GPU. */
class SceneTest {
  private static final Path PICTURE = Path.of("../docs/scene.png");
  private static final int WIDTH = 800;
  private static final int HEIGHT = 450;

  private final Program scene = new Program("scene", SoftwareDevice.WEBGPU);

  /**
   * Whether pictures count as the same.
   *
   * <p>GPUs place samples, choose mip levels and round in ways of their own: edges move by parts of
   * a pixel, and everything by a step or two. The pictures of lavapipe and SwiftShader are 0.4
   * apart, and 8 in the block that differs most. A thing that is missing, elsewhere or in another
   * light changes blocks by 30 and more, and a camera that moves by a tenth of a degree all by 1.3.
   */
  private static boolean isSame(Difference difference) {
    return difference.mean() <= 1 && difference.ofBlock() <= 20;
  }

  private Pixels render(int width, int height, float angle) throws Exception {
    try (Instance instance = scene.component().instantiate()) {
      Pixels pixels =
          Pixels.of(await(instance.exports(StillLife.class).render(width, height, angle)));
      assertEquals(0, instance.handleCount());
      return pixels;
    }
  }

  /** Set {@code -Dbless=true} to write the committed picture anew. */
  @Test
  void rendersTheCommittedPicture() throws Exception {
    Pixels rendered = render(WIDTH, HEIGHT, 0);
    if (Boolean.getBoolean("bless")) {
      rendered.write(PICTURE);
    }
    Difference difference = rendered.to(Pixels.read(PICTURE));
    assertTrue(isSame(difference), difference::toString);
  }

  @Test
  void aCameraElsewhereGivesAnotherPicture() throws Exception {
    Difference difference = render(WIDTH, HEIGHT, 1).to(Pixels.read(PICTURE));
    assertFalse(isSame(difference), difference::toString);
  }

  @Test
  void whatIsMissingMakesAnotherPicture() throws Exception {
    Pixels picture = Pixels.read(PICTURE);
    Pixels other = new Pixels(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB));
    other.image().setData(picture.image().getData());
    assertTrue(isSame(picture.to(other)));
    int[] floor = picture.image().getRGB(250, 425, 12, 12, null, 0, 12);
    other.image().setRGB(195, 420, 12, 12, floor, 0, 12);
    assertFalse(isSame(picture.to(other)), () -> picture.to(other).toString());
  }

  @Test
  void showsItInColours() throws Exception {
    try (Instance instance = scene.component().instantiate()) {
      await(instance.exports(StillLife.class).show(64));
    }
    List<String> lines = scene.printed();
    assertEquals(18, lines.size());
    for (String line : lines) {
      assertEquals(64, line.chars().filter(character -> character == '▀').count(), line);
    }
    assertTrue(lines.getFirst().startsWith("\u001B[38;2;"), lines.getFirst());
  }

  @Test
  void aPictureOfNothingIsRefused() {
    CompletionException refused =
        assertThrows(CompletionException.class, () -> render(0, HEIGHT, 0));
    assertEquals("A picture of 0 x 450 pixels has none.", refused.getCause().getMessage());
  }
}
