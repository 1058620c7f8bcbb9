package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/** Guests that want more than they may have. */
class LimitsTest {
  private static final int PAGE = 1 << 16;
  private static final StoreOptions USUAL = StoreOptions.defaults();

  private static Instance greedy(StoreOptions options) {
    Nap nap = () -> {};
    return new Linker().add(nap).instantiate(TestGuests.GREEDY, new Store(options));
  }

  private static Object call(Instance instance, String name, int argument) {
    return instance.function(name).orElseThrow().call(argument);
  }

  private static Trap trapOf(Instance instance, String name, int argument) {
    return assertThrows(Trap.class, () -> call(instance, name, argument));
  }

  @Test
  void linearMemoryThatGrows() {
    try (Instance instance = greedy(USUAL.withMemoryLimit(10 * PAGE))) {
      assertEquals(2, call(instance, "grow", 8));
      assertEquals(-1, call(instance, "grow", 1));
      assertEquals(10, call(instance, "grow", 0));
    }
  }

  @Test
  void linearMemoryAtTheStart() {
    Trap trap = assertThrows(Trap.class, () -> greedy(USUAL.withMemoryLimit(2 * PAGE - 1)).close());
    assertEquals(Trap.Kind.LIMIT_EXCEEDED, trap.kind());
    assertEquals(
        "a limit of the store is exceeded: no room for a linear memory of 131,072 bytes",
        trap.getMessage());
  }

  @Test
  void listsThatRepeatTheSameText() {
    try (Instance instance = greedy(USUAL.withMemoryLimit(64 * PAGE))) {
      assertEquals(20, ((List<?>) call(instance, "repeat", 20)).size());
      assertEquals(20, ((List<?>) call(instance, "repeat", 20)).size());
      Trap trap = trapOf(instance, "repeat", 40);
      assertEquals(Trap.Kind.LIMIT_EXCEEDED, trap.kind());
      assertTrue(trap.getMessage().contains("the limit is 4,194,304 bytes"), trap.getMessage());
    }
  }

  @Test
  void tables() {
    try (Instance instance = greedy(USUAL.withTableLimit(100))) {
      assertEquals(1, call(instance, "grow-table", 99));
      assertEquals(-1, call(instance, "grow-table", 1));
    }
    Trap trap = assertThrows(Trap.class, () -> greedy(USUAL.withTableLimit(0)).close());
    assertEquals(Trap.Kind.LIMIT_EXCEEDED, trap.kind());
  }

  @Test
  void tableOfMoreElementsThanAnArray() {
    try (Instance instance = greedy(USUAL.withTableLimit(Long.MAX_VALUE))) {
      assertEquals(-1, call(instance, "grow-table", -2));
      assertEquals(-1, call(instance, "grow-table", Integer.MAX_VALUE));
    }
  }

  @Test
  void handles() {
    try (Instance instance = greedy(USUAL.withHandleLimit(100))) {
      call(instance, "use-handles", 1000);
      call(instance, "make-handles", 90);
      assertEquals(90, instance.handleCount());
      Trap trap = trapOf(instance, "make-handles", 11);
      assertEquals(Trap.Kind.TABLE_FULL, trap.kind());
      assertEquals("handle table is full: the limit is 100 handles", trap.getMessage());
    }
  }

  @Test
  void instances() {
    try (Store store = new Store(USUAL.withInstanceLimit(2))) {
      Linker linker = new Linker().add((Nap) () -> {});
      Instance first = linker.instantiate(TestGuests.GREEDY, store);
      linker.instantiate(TestGuests.GREEDY, store);
      Trap trap = assertThrows(Trap.class, () -> linker.instantiate(TestGuests.GREEDY, store));
      assertEquals(
          "a limit of the store is exceeded: more than 2 component instances", trap.getMessage());
      assertEquals(Trap.Kind.CANNOT_ENTER, trapOf(first, "grow", 0).kind());
    }
  }

  @Test
  void limitsThatMakeNoSense() {
    assertThrows(IllegalArgumentException.class, () -> USUAL.withDeadline(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> USUAL.withMemoryLimit(-1));
    assertThrows(IllegalArgumentException.class, () -> USUAL.withTableLimit(-1));
    assertThrows(IllegalArgumentException.class, () -> USUAL.withHandleLimit(-1));
    assertThrows(IllegalArgumentException.class, () -> USUAL.withInstanceLimit(-1));
  }
}
