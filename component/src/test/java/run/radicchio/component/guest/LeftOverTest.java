package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.wit.WitWorld;

/** What a task has left to do when it has returned. */
@Timeout(60)
class LeftOverTest {
  private static final Component LEFT_OVER = Guests.load("left-over");

  private final Semaphore notes = new Semaphore(0);

  /** What the guest tells. */
  @WitWorld
  public interface Notes {
    /** It goes on. */
    void note();
  }

  private Instance instance(StoreOptions options) {
    Notes host = notes::release;
    return new Linker().add(host).instantiate(LEFT_OVER, new Store(options));
  }

  private static void call(Instance instance, String function) {
    var _ = instance.function(function).orElseThrow().call();
  }

  @Test
  void goesOnByItself() throws InterruptedException {
    try (Instance instance = instance(StoreOptions.defaults())) {
      call(instance, "begin");
      notes.acquire();
    }
  }

  @Test
  void waitsForTheNextCallWhereItIsToldTo() throws InterruptedException {
    try (Instance instance = instance(StoreOptions.defaults().withBackground(false))) {
      call(instance, "begin");
      Thread.sleep(50);
      assertEquals(0, notes.availablePermits());
      call(instance, "yield");
      assertEquals(1, notes.availablePermits());
    }
  }

  @Test
  void goesOnWhileCallsDoThatNobodyWaitsFor() {
    try (Instance instance = instance(StoreOptions.defaults().withBackground(false))) {
      call(instance, "begin");
      var _ = instance.function("yield").orElseThrow().callAsync().join();
      assertEquals(1, notes.availablePermits());
    }
  }
}
