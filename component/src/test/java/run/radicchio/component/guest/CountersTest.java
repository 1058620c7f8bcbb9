package run.radicchio.component.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Trap;

/** Resources of a guest, used by the host. */
class CountersTest {
  private static final Component COUNTERS = Guests.load("counters");

  private final Instance instance = new Linker().instantiate(COUNTERS);

  private Object call(String function, Object... arguments) {
    return instance.function("radicchio:test/counters#" + function).orElseThrow().call(arguments);
  }

  private AutoCloseable counter(int start) {
    return (AutoCloseable) call("[constructor]counter", start);
  }

  @AfterEach
  void close() {
    instance.close();
  }

  @Test
  void methodsOfAnOwnedResource() throws Exception {
    try (AutoCloseable counter = counter(40)) {
      assertEquals(42, call("[method]counter.add", counter, 2));
      assertEquals(42, call("[method]counter.value", counter));
      assertEquals(1, call("live"));
    }
    assertEquals(0, call("live"));
  }

  @Test
  void ownershipGoesToTheGuest() throws Exception {
    AutoCloseable merged = (AutoCloseable) call("[static]counter.merge", counter(3), counter(4));
    assertEquals(1, call("live"));
    assertEquals(7, call("finish", merged));
    assertEquals(0, call("live"));
    merged.close();
    assertEquals(0, call("live"));
    Throwable failure = assertThrows(RuntimeException.class, () -> call("finish", merged));
    assertTrue(failure.getMessage().contains("given away"), failure.getMessage());
  }

  @Test
  void optionalResources() throws Exception {
    try (AutoCloseable counter = counter(5)) {
      Optional<?> split = (Optional<?>) call("[method]counter.split", counter, 2);
      assertEquals(2, call("finish", split.orElseThrow()));
      assertEquals(Optional.empty(), call("[method]counter.split", counter, 9));
    }
  }

  @Test
  void listsOfResources() throws Exception {
    List<?> several = (List<?>) call("several", 5);
    assertEquals(10L, call("sum", several));
    assertEquals(4, call("larger", several.get(1), Optional.of(several.get(4))));
    assertEquals(1, call("larger", several.get(1), Optional.empty()));
    for (Object counter : several) {
      ((AutoCloseable) counter).close();
    }
    assertEquals(0, call("live"));
  }

  @Test
  void resourceOfAnotherInstance() throws Exception {
    try (Instance other = new Linker().instantiate(COUNTERS);
        AutoCloseable counter = counter(1)) {
      Throwable failure =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  other
                      .function("radicchio:test/counters#[method]counter.value")
                      .orElseThrow()
                      .call(counter));
      assertTrue(failure.getMessage().contains("must be given"), failure.getMessage());
    }
  }

  @Test
  void closedInstance() {
    AutoCloseable counter = counter(1);
    instance.close();
    Trap trap = assertThrows(Trap.class, () -> call("[method]counter.value", counter));
    assertEquals(Trap.Kind.CANNOT_ENTER, trap.kind());
  }
}
