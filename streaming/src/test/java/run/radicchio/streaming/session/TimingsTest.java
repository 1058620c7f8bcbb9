package run.radicchio.streaming.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TimingsTest {
  private final Timings timings = new Timings();

  @Test
  void meansAreOfAllTheTime() {
    timings.add(Stage.RENDER, 1_000_000);
    timings.add(Stage.RENDER, 4_000_000);
    timings.add(Stage.CONVERT, 2_346_000);
    assertEquals(Map.of("render", 2.5, "convert", 2.35), timings.millis());
    assertEquals("1 pictures, render 2.50 ms, convert 2.35 ms", timings.toString());
  }

  @Test
  void latelyIsWhatWasNotLongAgo() {
    timings.add(Stage.RENDER, 100_000_000);
    timings.add(Stage.READ, 5_000_000);
    for (int i = 0; i < Timings.LATELY; i++) {
      assertEquals(Map.of("render", 100.0, "read", 5.0), timings.tick());
    }
    timings.add(Stage.RENDER, 2_000_000);
    assertEquals(Map.of("render", 2.0), timings.tick());
    timings.add(Stage.RENDER, 4_000_000);
    assertEquals(Map.of("render", 3.0), timings.tick());
    assertEquals(Map.of("render", 35.33, "read", 5.0), timings.millis());
  }
}
