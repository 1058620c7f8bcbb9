package run.radicchio.webgpu.dawn.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final Once<String> once = new Once<>();

  @Test
  void allWhoWaitAreTold() {
    CompletableFuture<String> before = once.future();
    CompletableFuture<String> also = once.future();
    assertFalse(before.isDone());
    once.happen("now");
    once.happen("again");
    assertEquals("now", before.join());
    assertEquals("now", also.join());
    assertEquals("now", once.future().join());
    assertEquals(0, once.waiting());
  }

  @Test
  void whoGivesUpIsForgotten() {
    CompletableFuture<String> given = once.future();
    CompletableFuture<String> kept = once.future();
    assertTrue(given.cancel(true));
    assertEquals(1, once.waiting());
    once.happen("now");
    assertEquals("now", kept.join());
  }
}
