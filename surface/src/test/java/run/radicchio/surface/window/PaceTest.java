package run.radicchio.surface.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import run.radicchio.surface.display.InputEvent;
import run.radicchio.surface.display.SurfaceEvents;

class PaceTest {
  private final List<CompletableFuture<Void>> asked = new ArrayList<>();
  private final Pace pace =
      new Pace(
          new SurfaceEvents() {
            @Override
            public CompletionStage<Void> frame() {
              CompletableFuture<Void> answer = new CompletableFuture<>();
              asked.add(answer);
              return answer;
            }

            @Override
            public void input(InputEvent event) {}

            @Override
            public void end() {}
          });

  private void answer() {
    asked.getLast().complete(null);
  }

  @Test
  void asksForAFrameATick() {
    for (int i = 1; i <= 3; i++) {
      pace.tick();
      assertEquals(i, asked.size());
      answer();
      assertEquals(i, asked.size());
    }
  }

  @Test
  void makesUpForTheTicksOfASlowFrameOnce() {
    pace.tick();
    pace.tick();
    pace.tick();
    assertEquals(1, asked.size());
    answer();
    assertEquals(2, asked.size());
    answer();
    assertEquals(2, asked.size());
  }

  @Test
  void hasNoMoreThanTwoPicturesOnTheirWay() {
    for (int i = 0; i < 2; i++) {
      pace.tick();
      assertTrue(pace.admits());
      answer();
    }
    assertFalse(pace.admits());
    pace.tick();
    assertEquals(2, asked.size());
    pace.arrived();
    assertEquals(3, asked.size());
    assertTrue(pace.admits());
  }

  @Test
  void asksForNothingThatNobodyCanSee() {
    pace.pause(true);
    pace.tick();
    assertEquals(0, asked.size());
    pace.pause(false);
    pace.tick();
    assertEquals(1, asked.size());
  }
}
