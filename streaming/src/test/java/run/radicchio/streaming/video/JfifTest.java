package run.radicchio.streaming.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.surface.display.Size;

final class JfifTest {
  /** Luma and chromas of both kinds, computed from red, green and blue by their definitions. */
  @ParameterizedTest
  @CsvSource({"0,0,0", "255,255,255", "128,128,128", "200,30,60", "20,220,90", "10,40,250"})
  void isTheSameColor(int red, int green, int blue) {
    double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Planes limited =
        Pictures.plain(
            new Size(3, 3),
            (int) Math.round(16 + luma * 219 / 255),
            (int) Math.round(128 + (blue - luma) / 1.8556 * 224 / 255),
            (int) Math.round(128 + (red - luma) / 1.5748 * 224 / 255));
    double full = 0.299 * red + 0.587 * green + 0.114 * blue;
    Planes jfif = Jfif.of(limited);
    for (int i = 0; i < 9; i++) {
      assertEquals(full, jfif.bytes()[i] & 0xFF, 2);
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(128 + (blue - full) / 1.772, jfif.bytes()[9 + i] & 0xFF, 2);
      assertEquals(128 + (red - full) / 1.402, jfif.bytes()[13 + i] & 0xFF, 2);
    }
  }
}
