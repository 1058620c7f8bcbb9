package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.cli.programs.Recording.key;
import static run.radicchio.cli.programs.Recording.pixels;
import static run.radicchio.cli.programs.Recording.pointer;
import static run.radicchio.cli.programs.Recording.resize;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/** What {@code guests/cube} shows, beside where its faces are and how bright they must be. */
class CubeTest {
  private static final Color GROUND = new Color(26, 31, 26);
  private static final double DISTANCE = 5.5;

  /** How much red, green and blue light the faces around the cube give back. */
  private static final double[][] FACES = {
    {0.78, 0.07, 0.05}, {0.90, 0.42, 0.03}, {0.84, 0.20, 0.03}, {0.50, 0.17, 0.06}
  };

  @TempDir private Path folder;
  private Recording recording;

  @BeforeEach
  void recording() {
    recording = new Recording("cube", folder, "320x240");
  }

  /** Has the camera be straight before the front of the cube. */
  private Recording beforeFront() {
    return recording.press(2, "ArrowLeft", 6).press(2, "ArrowDown", 5);
  }

  private static Color at(BufferedImage frame, double x, double y) {
    return new Color(frame.getRGB((int) x, (int) y));
  }

  private static void assertNear(Color expected, Color actual, int most) {
    int difference =
        Math.max(
            Math.abs(expected.getRed() - actual.getRed()),
            Math.max(
                Math.abs(expected.getGreen() - actual.getGreen()),
                Math.abs(expected.getBlue() - actual.getBlue())));
    assertTrue(difference <= most, () -> "expected " + expected + ", found " + actual);
  }

  private static boolean isGround(Color colour) {
    return Math.abs(colour.getRed() - GROUND.getRed()) <= 1
        && Math.abs(colour.getGreen() - GROUND.getGreen()) <= 1
        && Math.abs(colour.getBlue() - GROUND.getBlue()) <= 1;
  }

  /** How many pixels are from the middle of a face to its edges, seen from straight before it. */
  private static double halfOfFace(BufferedImage frame, double distance) {
    return frame.getHeight() / 2.0 / Math.tan(Math.toRadians(20)) / (distance - 1);
  }

  /** Checks where a face that is seen from straight before it ends, to all sides. */
  private static void assertFaceIn(BufferedImage frame, double distance) {
    double half = halfOfFace(frame, distance);
    double x = frame.getWidth() / 2.0;
    double y = frame.getHeight() / 2.0;
    for (int side : new int[] {-1, 1}) {
      assertFalse(isGround(at(frame, x + side * (half - 2), y)));
      assertFalse(isGround(at(frame, x, y + side * (half - 2))));
      assertTrue(isGround(at(frame, x + side * (half + 2), y)));
      assertTrue(isGround(at(frame, x, y + side * (half + 2))));
    }
    assertTrue(isGround(at(frame, 0, 0)));
  }

  /**
   * The colour of such a face where its ground is brightest, {@code x} and {@code y} from its
   * middle in halves of its edge: the lamp is behind the camera, above it and to the left.
   */
  private static Color lit(double[] own, double x, double y, double distance) {
    double length = Math.sqrt(0.6 * 0.6 + 0.5 * 0.5 + 1);
    double[] lamp = {-0.5 / length, 0.6 / length, 1 / length};
    double far = Math.sqrt(x * x + y * y + (distance - 1) * (distance - 1));
    double[] between = {lamp[0] - x / far, lamp[1] - y / far, lamp[2] + (distance - 1) / far};
    double middle = Math.sqrt(Arrays.stream(between).map(part -> part * part).sum());
    double bright = 0.3 + 0.7 * lamp[2];
    double shine = 0.12 * Math.pow(between[2] / middle, 40);
    int[] numbers = Arrays.stream(own).mapToInt(light -> encoded(bright * light + shine)).toArray();
    return new Color(numbers[0], numbers[1], numbers[2]);
  }

  private static int encoded(double light) {
    double number = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * number);
  }

  @Test
  void turnsInTheSameWayEachTime() throws IOException {
    List<BufferedImage> frames = recording.frames(25, "--turn", "15");
    for (int i = 0; i < frames.size(); i++) {
      BufferedImage frame = frames.get(i);
      Color middle = at(frame, 160, 120);
      assertTrue(middle.getRed() - middle.getBlue() >= 30, "frame " + i + ": " + middle);
      for (int corner = 0; corner < 4; corner++) {
        assertTrue(isGround(at(frame, corner % 2 * 319, corner / 2 * 239)));
      }
      assertTrue(i == 0 || !Arrays.equals(pixels(frames.get(i - 1)), pixels(frame)));
    }
    assertArrayEquals(pixels(frames.getFirst()), pixels(frames.getLast()));
    List<BufferedImage> again = recording.frames(25, "--turn", "15");
    for (int i = 0; i < frames.size(); i++) {
      assertArrayEquals(pixels(frames.get(i)), pixels(again.get(i)));
    }
  }

  @Test
  void hasFacesWhereTheCameraLooks() throws IOException {
    beforeFront();
    for (int face = 1; face < FACES.length; face++) {
      recording.press(2 + face, "ArrowRight", 18);
    }
    List<BufferedImage> frames = recording.frames(1 + FACES.length, "--turn", "0");
    for (int face = 0; face < FACES.length; face++) {
      BufferedImage frame = frames.get(1 + face);
      assertFaceIn(frame, DISTANCE);
      double half = halfOfFace(frame, DISTANCE);
      Color expected = lit(FACES[face], 0.875, 0.125, DISTANCE);
      assertNear(expected, at(frame, 160 + 0.875 * half, 120 - 0.125 * half), 3);
    }
  }

  @Test
  void comesNearerAndGoesAway() throws IOException {
    beforeFront();
    recording.press(3, "PageUp", 2).press(4, "PageDown", 1);
    recording.at(5, key("BracketRight") + ", \"text\": \"+\"", key("Slash") + ", \"text\": \"-\"");
    recording.press(6, "Minus", 100).press(7, "NumpadAdd", 100);
    List<BufferedImage> frames = recording.frames(7, "--turn", "0");
    assertFaceIn(frames.get(2), DISTANCE / 1.21);
    assertFaceIn(frames.get(3), DISTANCE / 1.1);
    assertFaceIn(frames.get(4), DISTANCE / 1.1);
    assertFaceIn(frames.get(5), 20);
    assertFalse(isGround(at(frames.get(6), 0, 0)));
  }

  @Test
  void isDragged() throws IOException {
    recording.at(2, pointer("move", 300, 200));
    recording.at(3, pointer("down", 200, 100), pointer("move", 120, 50));
    recording.at(4, pointer("up", 40, 100), pointer("move", 200, 40));
    recording.press(5, "ArrowLeft", 18);
    List<BufferedImage> frames = recording.frames(5, "--turn", "0");
    assertArrayEquals(pixels(frames.get(0)), pixels(frames.get(1)));
    assertFalse(Arrays.equals(pixels(frames.get(1)), pixels(frames.get(2))));
    // Half of the picture's width to the left is a quarter of a circle to the right.
    assertFalse(Arrays.equals(pixels(frames.get(1)), pixels(frames.get(3))));
    assertAlike(frames.get(1), frames.get(4));
  }

  /** Angles may have come to differ by the last digit, which moves an edge. */
  private static void assertAlike(BufferedImage expected, BufferedImage actual) {
    int[] one = pixels(expected);
    int[] other = pixels(actual);
    int different = 0;
    for (int i = 0; i < one.length; i++) {
      different += one[i] == other[i] ? 0 : 1;
    }
    assertTrue(different < one.length / 50, "different pixels: " + different);
  }

  @Test
  void stopsAndChangesItsColours() throws IOException {
    recording.press(3, "Space", 1).press(5, "KeyC", 1).press(6, "KeyC", 1).press(7, "Space", 1);
    recording.at(4, key("KeyC") + ", \"ctrl\": true", key("KeyQ"));
    List<BufferedImage> frames = recording.frames(7, "--turn", "9");
    int[] stopped = pixels(frames.get(1));
    assertFalse(Arrays.equals(pixels(frames.get(0)), stopped));
    assertArrayEquals(stopped, pixels(frames.get(2)));
    assertArrayEquals(stopped, pixels(frames.get(3)));
    int[] swapped =
        Arrays.stream(stopped)
            .map(p -> (p & 0xff00ff00) | ((p & 0xff) << 16) | ((p >> 16) & 0xff))
            .toArray();
    assertArrayEquals(swapped, pixels(frames.get(4)));
    assertArrayEquals(stopped, pixels(frames.get(5)));
    assertFalse(Arrays.equals(stopped, pixels(frames.get(6))));
  }

  @Test
  void isDrawnAtAnotherSize() throws IOException {
    beforeFront();
    recording.at(3, resize(500, 400)).at(4, resize(200, 300)).at(5, resize(3, 3));
    List<BufferedImage> frames = recording.frames(5, "--turn", "0");
    assertEquals("500 x 400", frames.get(2).getWidth() + " x " + frames.get(2).getHeight());
    assertFaceIn(frames.get(2), DISTANCE);
    assertEquals("200 x 300", frames.get(3).getWidth() + " x " + frames.get(3).getHeight());
    assertFaceIn(frames.get(3), DISTANCE);
    assertFalse(isGround(at(frames.get(4), 1, 1)));
  }

  @Test
  void drawsOnSeveralSurfaces() throws IOException {
    recording.at(2, key("ArrowUp") + ", \"surface\": 2");
    List<BufferedImage> first =
        recording.frames(3, "--surfaces", "2", "--turn", "0", "--size", "90x70");
    List<BufferedImage> second = recording.framesOf(2, 3);
    assertEquals("90 x 70", first.get(0).getWidth() + " x " + first.get(0).getHeight());
    assertArrayEquals(pixels(first.get(0)), pixels(second.get(0)));
    assertArrayEquals(pixels(first.get(0)), pixels(first.get(2)));
    assertFalse(Arrays.equals(pixels(first.get(2)), pixels(second.get(2))));
  }

  @Test
  void turnsByTheClock() throws IOException {
    List<BufferedImage> frames = recording.frames(3, "--clock", "--turn", "50");
    assertFalse(Arrays.equals(pixels(frames.get(0)), pixels(frames.get(2))));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Execution help = recording.run(1, "--help");
    assertTrue(help.out().contains("Usage: cube.wasm [OPTIONS]"), help.out());
    Execution none = recording.run(1, "--surfaces", "0");
    assertEquals(1, none.exitCode());
    assertTrue(none.err().contains("0 is not in 1..=16"), none.err());
    Execution turn = recording.run(1, "--turn", "fast");
    assertTrue(turn.err().contains("expected a number such as 0.05"), turn.err());

    Execution noGpu =
        new Program("cube", folder).runWith(List.of("--display", "off", "--gpu", "no such GPU"));
    assertEquals(1, noGpu.exitCode());
    assertTrue(noGpu.err().startsWith("the host has no GPU\n"), noGpu.err());
  }
}
