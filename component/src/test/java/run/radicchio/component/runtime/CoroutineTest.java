package run.radicchio.component.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CoroutineTest {
  @Test
  @Timeout(60)
  void whatIsInterruptedWhileBlockedStaysParkedAndLearnsOfItLater() {
    List<Boolean> interrupted = new ArrayList<>();
    Coroutine[] itself = new Coroutine[1];
    Coroutine coroutine =
        new Coroutine(
            () -> {
              itself[0].block(null);
              interrupted.add(Thread.interrupted());
            });
    itself[0] = coroutine;
    coroutine.resume(false);
    coroutine.javaThread().interrupt();
    // It would never wait again if it went round in a circle, which keeps others from running.
    while (coroutine.javaThread().getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    coroutine.resume(false);
    assertEquals(List.of(true), interrupted);
  }
}
