package run.radicchio.component.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

final class ClockTest {
  private static final long SOON = 20_000_000;
  private static final long AGES = Long.MAX_VALUE;

  private final Clock clock = Clock.start();
  private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();

  private Clock.Alarm set(long delay, String name) {
    return clock.set(delay, () -> rung.add(name));
  }

  @Test
  void ringsInTheOrderOfTimes() throws InterruptedException {
    set(3 * SOON, "third");
    set(2 * SOON, "second");
    set(SOON, "first");
    assertEquals("first", rung.take());
    assertEquals("second", rung.take());
    assertEquals("third", rung.take());
  }

  @Test
  void isWokenForWhatIsEarlier() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      set(AGES, "never");
      set(SOON, "soon");
      assertEquals("soon", rung.take());
    }
  }

  @Test
  void whatIsTakenBackDoesNotRing() throws InterruptedException {
    Clock.Alarm never = set(SOON, "never");
    set(2 * SOON, "later");
    never.cancel();
    never.cancel();
    assertEquals("later", rung.take());
    set(AGES, "never").cancel();
    set(SOON, "again");
    assertEquals("again", rung.take());
  }

  @Test
  void oneThatFailsKeepsNoOtherFromRinging() throws InterruptedException {
    clock.set(
        0,
        () -> {
          throw new IllegalStateException("as it should be");
        });
    set(SOON, "other");
    assertEquals("other", rung.take());
  }
}
