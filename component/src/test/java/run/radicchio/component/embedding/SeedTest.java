package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/** The order in which guest threads run. */
class SeedTest {
  private static Instance race(Long seed) {
    return new Linker()
        .instantiate(TestGuests.RACE, new Store(StoreOptions.defaults().withSeed(seed)));
  }

  private static List<?> orders(Long seed) {
    try (Instance instance = race(seed)) {
      return IntStream.range(0, 3)
          .mapToObj(i -> instance.function("race").orElseThrow().call())
          .toList();
    }
  }

  @Test
  void withoutASeedThreadsRunInTheirOrder() {
    List<Byte> inOrder = IntStream.range(0, 10).mapToObj(i -> (byte) i).toList();
    assertEquals(List.of(inOrder, inOrder, inOrder), orders(null));
  }

  @Test
  void aSeedGivesTheSameOrderAgain() {
    Set<List<?>> different = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(orders(seed), orders(seed));
      different.add(orders(seed));
    }
    assertEquals(20, different.size());
  }

  @Test
  void aTrapNamesTheSeed() {
    try (Instance instance = race(42L)) {
      assertEquals(42L, instance.store().options().seed());
      Trap trap =
          assertThrows(
              Trap.class, () -> instance.function("fail-unless-first").orElseThrow().call(77));
      assertEquals(Trap.Kind.UNREACHABLE, trap.kind());
      assertTrue(trap.getMessage().endsWith("(in a store of seed 42)"), trap.getMessage());
    }
  }
}
