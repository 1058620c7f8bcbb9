package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/** Stores that become what they were at first. */
@EnabledOnOs(OS.LINUX)
class CheckpointTest {
  private final MemoryJournal journal = new MemoryJournal();

  private static Object call(Instance instance, String name, Object... arguments) {
    ExportedFunction function = instance.function(name).orElseThrow();
    return String.valueOf(function.call(arguments));
  }

  private Instance words(Store store) {
    Instance words = new Linker().add(journal).instantiate(TestGuests.WORDS, store);
    assertTrue(store.checkpoint());
    return words;
  }

  @Test
  void memoryTablesAndHandlesAreAsAtFirst() {
    StoreOptions few =
        StoreOptions.defaults().withHandleLimit(12).withTableLimit(10).withMemoryLimit(4 << 16);
    try (Store store = new Store(few)) {
      Instance greedy = new Linker().add((Nap) () -> {}).instantiate(TestGuests.GREEDY, store);
      assertTrue(store.checkpoint());
      for (int life = 0; life < 3; life++) {
        assertEquals("2", call(greedy, "grow", 2));
        assertEquals("1", call(greedy, "grow-table", 9));
        call(greedy, "make-handles", 10);
        assertEquals(10, store.handleCount());
        assertTrue(store.restore());
        assertEquals(0, store.handleCount());
      }
    }
  }

  @Test
  void itsFunctionsCanBeCalledInEachLife() throws Counting.ProblemException {
    try (Store store = new Store()) {
      Instance words = words(store);
      Counting counting = words.exports(Counting.class);
      Flows flows = words.exports(Flows.class);
      List<Object> lives = new ArrayList<>();
      for (int life = 0; life < 3; life++) {
        assertEquals(2, counting.count("x y"));
        assertEquals("QUIET", Streams.text(Streams.get(flows.upper(Streams.ofText("quiet")))));
        lives.add(counting.tally("a").total());
        assertTrue(store.restore());
      }
      assertEquals(List.of(0, 0, 0), lives);
    }
  }

  /** Those of the host are closed. */
  @Test
  void resourcesEndWithALife() {
    try (Store store = new Store()) {
      Counting counting = words(store).exports(Counting.class);
      Counting.Tally tally = counting.tally("a");
      assertEquals(List.of(), journal.lines);
      tally.add("b");
      assertEquals(List.of("a: b"), journal.lines);
      assertTrue(store.restore());
      assertEquals(List.of("a: b", "a is closed"), journal.lines);
    }
  }

  @Test
  void notWhileACallGoesOn() {
    try (Store store = new Store()) {
      CompletableFuture<Integer> late = new CompletableFuture<>();
      CompletionStage<Integer> call = words(store).exports(Flows.class).awaited(late);
      assertFalse(store.restore());
      late.complete(5);
      assertEquals(5, Streams.get(call));
    }
  }

  @Test
  void notWhileSomeoneReadsWhatItWrites() {
    try (Store store = new Store()) {
      CompletionStage<?> numbers = words(store).exports(Flows.class).upTo(1_000_000);
      Streams.get(numbers);
      assertFalse(store.restore());
    }
  }

  @Test
  void notAfterATrap() {
    try (Store store = new Store(StoreOptions.defaults().withHandleLimit(2))) {
      Instance greedy = new Linker().add((Nap) () -> {}).instantiate(TestGuests.GREEDY, store);
      assertTrue(store.checkpoint());
      assertThrows(Trap.class, () -> call(greedy, "make-handles", 3));
      assertFalse(store.restore());
    }
  }

  @Test
  void notOnceTheHostWasCalled() {
    try (Store store = new Store()) {
      Instance greedy = new Linker().add((Nap) () -> {}).instantiate(TestGuests.GREEDY, store);
      call(greedy, "grow", 0);
      assertTrue(store.checkpoint());
      call(greedy, "rest");
      assertFalse(store.checkpoint());
      assertTrue(store.restore());
    }
  }

  @Test
  void notFromWithinACall() {
    try (Store store = new Store()) {
      List<Exception> thrown = new ArrayList<>();
      Nap nap =
          () -> {
            thrown.add(assertThrows(IllegalStateException.class, store::restore));
            thrown.add(assertThrows(IllegalStateException.class, store::checkpoint));
          };
      Instance greedy = new Linker().add(nap).instantiate(TestGuests.GREEDY, store);
      assertTrue(store.checkpoint());
      call(greedy, "rest");
      assertEquals(2, thrown.size());
      assertTrue(store.restore());
    }
  }

  @Test
  void notWithoutACheckpoint() {
    try (Store store = new Store()) {
      var _ = new Linker().add(journal).instantiate(TestGuests.WORDS, store);
      assertInstanceOf(
          IllegalStateException.class, assertThrows(RuntimeException.class, store::restore));
    }
  }
}
