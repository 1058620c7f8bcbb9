package run.radicchio.cli.programs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.cli.programs.Recording.key;
import static run.radicchio.cli.programs.Recording.pointer;
import static run.radicchio.cli.programs.Recording.resize;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import run.radicchio.cli.Execution;

/** What {@code guests/paint} shows, beside the same strokes in Java, pixel by pixel. */
class PaintTest {
  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xffffff;
  private static final int RED = 0xe03020;
  private static final int VIOLET = 0x9040c0;
  private static final int ORANGE = 0xf08c10;
  private static final int YELLOW = 0xf0d820;
  private static final int[] COLOURS = {
    BLACK, 0x808080, WHITE, RED, ORANGE, YELLOW, 0x20a040, 0x2060e0, VIOLET
  };
  private static final int PALETTE_HEIGHT = 32;
  private static final int WIDTH = 180;
  private static final int HEIGHT = 140;

  @TempDir private Path folder;
  private Recording recording;

  @BeforeEach
  void recording() {
    recording = new Recording("paint", folder, WIDTH + "x" + HEIGHT);
  }

  /** What is to be seen: paper, and the palette above it. */
  private static final class Sheet {
    private final int width;
    private final int[] pixels;

    Sheet(int width, int height) {
      this.width = width;
      this.pixels = new int[width * height];
      Arrays.fill(pixels, WHITE);
    }

    /** A stroke from place to place, x and y of each. */
    Sheet stroke(int colour, double brush, double... places) {
      if (places.length == 2) {
        return line(colour, brush, places[0], places[1], places[0], places[1]);
      }
      for (int i = 0; i + 3 < places.length; i += 2) {
        line(colour, brush, places[i], places[i + 1], places[i + 2], places[i + 3]);
      }
      return this;
    }

    private Sheet line(
        int colour, double brush, double fromX, double fromY, double toX, double toY) {
      double alongX = toX - fromX;
      double alongY = toY - fromY;
      double square = alongX * alongX + alongY * alongY;
      for (int i = 0; i < pixels.length; i++) {
        double x = column(i) + 0.5 - fromX;
        double y = row(i) + 0.5 - fromY;
        double part = square == 0 ? 0 : Math.clamp((x * alongX + y * alongY) / square, 0, 1);
        if (Math.hypot(x - part * alongX, y - part * alongY) <= brush / 2) {
          pixels[i] = colour;
        }
      }
      return this;
    }

    private int column(int pixel) {
      return pixel % width;
    }

    private int row(int pixel) {
      return pixel / width;
    }

    /** The same with the palette, of whose colours one is the brush's. */
    int[] under(int colour, double brush) {
      int[] shown = pixels.clone();
      double field = width / (double) COLOURS.length;
      for (int i = 0; i < width * PALETTE_HEIGHT; i++) {
        int number = (int) ((column(i) + 0.5) / field);
        double fromMiddle = Math.hypot(column(i) + 0.5 - (number + 0.5) * field, row(i) + 0.5 - 16);
        boolean spot = COLOURS[number] == colour && fromMiddle <= brush / 2;
        boolean pale = colour == WHITE || colour == ORANGE || colour == YELLOW;
        shown[i] = spot ? (pale ? BLACK : WHITE) : COLOURS[number];
      }
      Arrays.fill(shown, width * (PALETTE_HEIGHT - 1), width * PALETTE_HEIGHT, 0x404040);
      return shown;
    }
  }

  private static Sheet sheet() {
    return new Sheet(WIDTH, HEIGHT);
  }

  private static void assertShows(int[] expected, BufferedImage frame) {
    assertArrayEquals(
        expected, Arrays.stream(Recording.pixels(frame)).map(pixel -> pixel & WHITE).toArray());
  }

  /** Presses a pointer at a place, moves it to the others, and releases it at the last. */
  private Recording stroke(int frame, double... places) {
    recording.at(frame, pointer("down", places[0], places[1]));
    for (int i = 2; i < places.length; i += 2) {
      recording.at(frame, pointer("move", places[i], places[i + 1]));
    }
    int last = places.length - 2;
    return recording.at(frame, pointer("up", places[last], places[last + 1]));
  }

  @Test
  void paintsWhileAPointerIsPressed() throws IOException {
    double[] corners = {20, 50, 90.25, 50, 91, 100.5, 30, 120};
    recording.at(2, pointer("move", 100, 100), pointer("up", 120, 100));
    stroke(3, corners);
    recording.at(4, pointer("move", 150, 100));
    stroke(5, 150.5, 60.5);
    // A stroke may go on from frame to frame, and beyond the edges.
    recording.at(6, pointer("down", 120, 130));
    recording.at(7, pointer("move", 400, 90));
    recording.at(8, pointer("move", 120, 80), pointer("up", 120, 80));
    List<BufferedImage> frames = recording.frames(8);

    Sheet sheet = sheet();
    assertShows(sheet.under(BLACK, 5), frames.get(0));
    assertShows(sheet.under(BLACK, 5), frames.get(1));
    sheet.stroke(BLACK, 5, corners);
    assertShows(sheet.under(BLACK, 5), frames.get(2));
    assertShows(sheet.under(BLACK, 5), frames.get(3));
    sheet.stroke(BLACK, 5, 150.5, 60.5);
    assertShows(sheet.under(BLACK, 5), frames.get(4));
    sheet.stroke(BLACK, 5, 120, 130);
    assertShows(sheet.under(BLACK, 5), frames.get(5));
    sheet.stroke(BLACK, 5, 120, 130, 400, 90);
    assertShows(sheet.under(BLACK, 5), frames.get(6));
    sheet.stroke(BLACK, 5, 400, 90, 120, 80);
    assertShows(sheet.under(BLACK, 5), frames.get(7));
  }

  @Test
  void hasColoursAndBrushes() throws IOException {
    stroke(2, 179, 10).press(2, "BracketRight", 1);
    stroke(2, 40, 80, 140, 80);
    recording.press(3, "Digit4", 1).press(3, "Minus", 5);
    stroke(3, 40, 100, 140, 130);
    recording.press(4, "Equal", 20);
    stroke(4, 100, 60);
    for (int digit = 1; digit <= COLOURS.length; digit++) {
      recording.press(4 + digit, "Digit" + digit, 1);
    }
    List<BufferedImage> frames = recording.frames(4 + COLOURS.length);

    Sheet sheet = sheet().stroke(VIOLET, 8, 40, 80, 140, 80);
    assertShows(sheet.under(VIOLET, 8), frames.get(1));
    sheet.stroke(RED, 1, 40, 100, 140, 130);
    assertShows(sheet.under(RED, 1), frames.get(2));
    sheet.stroke(RED, 28, 100, 60);
    assertShows(sheet.under(RED, 28), frames.get(3));
    for (int digit = 1; digit <= COLOURS.length; digit++) {
      assertShows(sheet.under(COLOURS[digit - 1], 28), frames.get(3 + digit));
    }
  }

  @Test
  void takesBackAndClears() throws IOException {
    String undo = key("KeyZ") + ", \"ctrl\": true";
    stroke(2, 20, 60, 160, 60, 90, 120);
    stroke(3, 90, 40, 90, 130);
    recording.at(4, undo);
    recording.press(5, "KeyC", 1);
    recording.at(6, undo);
    recording.at(7, undo, undo);
    // With other keys these mean something else.
    stroke(8, 50, 50);
    recording.at(8, key("KeyC") + ", \"ctrl\": true", key("KeyZ"));
    List<BufferedImage> frames = recording.frames(8);

    Sheet first = sheet().stroke(BLACK, 5, 20, 60, 160, 60, 90, 120);
    Sheet both = sheet().stroke(BLACK, 5, 20, 60, 160, 60, 90, 120);
    both.stroke(BLACK, 5, 90, 40, 90, 130);
    assertShows(first.under(BLACK, 5), frames.get(1));
    assertShows(both.under(BLACK, 5), frames.get(2));
    assertShows(first.under(BLACK, 5), frames.get(3));
    assertShows(sheet().under(BLACK, 5), frames.get(4));
    assertShows(first.under(BLACK, 5), frames.get(5));
    assertShows(sheet().under(BLACK, 5), frames.get(6));
    assertShows(sheet().stroke(BLACK, 5, 50, 50).under(BLACK, 5), frames.get(7));
  }

  @Test
  void keepsThePictureAtAnotherSize() throws IOException {
    double[] places = {20, 60, 170, 60, 90, 130};
    stroke(2, places);
    recording.at(3, resize(100, 90)).at(4, resize(230, 20)).at(5, resize(200, 150));
    List<BufferedImage> frames = recording.frames(5);

    assertShows(new Sheet(100, 90).stroke(BLACK, 5, places).under(BLACK, 5), frames.get(2));
    assertEquals("230 x 20", frames.get(3).getWidth() + " x " + frames.get(3).getHeight());
    assertShows(new Sheet(200, 150).stroke(BLACK, 5, places).under(BLACK, 5), frames.get(4));
  }

  @Test
  void asksForASizeAndExplainsItself() throws IOException {
    BufferedImage asked = recording.frames(1, "--size", "70x50").getFirst();
    assertShows(new Sheet(70, 50).under(BLACK, 5), asked);

    Execution help = recording.run(1, "--help");
    assertTrue(help.out().contains("Usage: paint.wasm [OPTIONS]"), help.out());
    Execution wrong = recording.run(1, "--size", "70x0");
    assertEquals(1, wrong.exitCode());
    assertTrue(wrong.err().contains("expected a width and a height such as 640x480"), wrong.err());
  }
}
