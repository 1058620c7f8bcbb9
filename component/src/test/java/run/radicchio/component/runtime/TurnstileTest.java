package run.radicchio.component.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile();
  private final List<Integer> visitors = new ArrayList<>();

  private Thread visitor(int number) {
    return Thread.ofPlatform()
        .start(
            () -> {
              turnstile.enter();
              visitors.add(number);
              turnstile.leave();
            });
  }

  private static void awaitParked(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void threadsEnterInTheOrderInWhichTheyCame() throws InterruptedException {
    turnstile.enter();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      threads.add(visitor(i));
      awaitParked(threads.getLast());
    }
    assertTrue(turnstile.hasQueue());
    assertEquals(List.of(), visitors);
    turnstile.leave();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(0, 1, 2, 3, 4), visitors);
    assertFalse(turnstile.hasQueue());
  }

  @Test
  void oneThreadAtATimeIsInside() throws InterruptedException {
    int[] count = new int[1];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int j = 0; j < 10_000; j++) {
                      turnstile.enter();
                      count[0]++;
                      turnstile.leave();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(40_000, count[0]);
  }

  @Test
  void anInterruptedThreadGivesItsPlaceUp() throws InterruptedException {
    turnstile.enter();
    Thread impatient =
        Thread.ofPlatform()
            .start(() -> assertThrows(InterruptedException.class, turnstile::enterInterruptibly));
    awaitParked(impatient);
    Thread patient = visitor(1);
    awaitParked(patient);
    impatient.interrupt();
    impatient.join();
    turnstile.leave();
    patient.join();
    assertEquals(List.of(1), visitors);
  }

  @Test
  void whoIsInsidePutsAnotherInItsPlace() {
    turnstile.enter();
    assertTrue(turnstile.isInside());
    Thread other = Thread.ofPlatform().unstarted(() -> {});
    turnstile.passTo(other);
    assertSame(other, turnstile.inside());
    assertFalse(turnstile.isInside());
  }
}
