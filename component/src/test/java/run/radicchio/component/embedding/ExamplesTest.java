package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Component;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkException;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;
import run.radicchio.component.Result;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.component.embedding.Counting.ProblemException;
import run.radicchio.component.embedding.Counting.Tally;
import run.radicchio.component.type.TypeText;
import run.radicchio.component.value.VariantValue;

/** What docs/embedding.md shows: each region between two marks is a block of it. */
class ExamplesTest {
  private static final Path FILE = Path.of("../guests/tests/words.wasm");
  private static final Component WORDS = TestGuests.WORDS;
  private static final Component REPORT = TestGuests.REPORT;
  private static final Component GREEDY = TestGuests.GREEDY;

  private final MemoryJournal journal = new MemoryJournal();

  @Test
  void first() throws Exception {
    Path file = FILE;
    // docs: first {
    Component component = Component.load(file);
    Linker linker = new Linker().add(journal);
    try (Instance instance = linker.instantiate(component)) {
      Counting counting = instance.exports(Counting.class);
      assertEquals(3, counting.count("one two three"));
    }
    // } docs
  }

  @Test
  void resources() {
    try (Instance instance = new Linker().add(journal).instantiate(WORDS)) {
      Counting counting = instance.exports(Counting.class);
      // docs: resources {
      Tally mine = counting.tally("mine");
      try (Tally yours = counting.tally("yours")) {
        mine.add("to be");
        yours.add("or not to be");
        assertEquals(4, counting.larger(mine, yours)); // lends both
      } // drops yours
      Tally more = counting.tally("more");
      Tally all = counting.merge(mine, more); // gives both away
      assertThrows(IllegalArgumentException.class, mine::total);
      assertEquals(2, all.total());
      all.close();
      // } docs
    }
  }

  @Test
  void errors() {
    try (Instance instance = new Linker().add(journal).instantiate(WORDS)) {
      Counting counting = instance.exports(Counting.class);
      // docs: errors {
      ProblemException failure =
          assertThrows(ProblemException.class, () -> counting.count("word ".repeat(300)));
      assertEquals(new Counting.Problem.TooLong(1500), failure.error());
      // } docs
    }
  }

  @Test
  void mismatches() {
    // docs: mismatches {
    LinkException failure = assertThrows(LinkException.class, () -> new Linker().link(WORDS));
    assertEquals(
        List.of(
            "the component imports example:words/journal@1.0.0, which the host does not have;"
                + " it has nothing"),
        failure.problems());
    // } docs
  }

  @Test
  void dynamicValues() {
    try (Instance instance = new Linker().add(journal).instantiate(WORDS)) {
      // docs: dynamic {
      ExportedFunction count =
          instance.function("example:words/counting@1.2.0#count").orElseThrow();
      assertEquals("func(text: string) -> result<u32, problem>", TypeText.of(count.type()));
      assertEquals(Result.ok(2), count.call("two words"));
      assertEquals(Result.err(new VariantValue("empty", null)), count.call(""));
      // } docs
    }
  }

  @Test
  void streams() {
    try (Instance instance = new Linker().add(journal).instantiate(WORDS)) {
      Flows flows = instance.exports(Flows.class);
      // docs: streams {
      Flow.Publisher<Integer> numbers = Streams.of(List.of(20, 21, 1));
      CompletionStage<Long> sum = flows.sum(numbers);
      assertEquals(42, sum.toCompletableFuture().join());

      Flow.Publisher<Integer> upToThree = flows.upTo(3).toCompletableFuture().join();
      assertEquals(List.of(1, 2, 3), Streams.collect(upToThree).join());
      // } docs
    }
  }

  @Test
  void futures() {
    try (Instance instance = new Linker().add(journal).instantiate(WORDS)) {
      Flows flows = instance.exports(Flows.class);
      // docs: futures {
      CompletableFuture<Integer> number = new CompletableFuture<>();
      CompletableFuture<Integer> doubled =
          flows.doubled(number).thenCompose(future -> future).toCompletableFuture();
      assertFalse(doubled.isDone());
      number.complete(21);
      assertEquals(42, doubled.join());

      CompletableFuture<Integer> never =
          flows.awaited(new CompletableFuture<>()).toCompletableFuture();
      never.cancel(true); // asks the guest to end the call
      // } docs
    }
  }

  @Test
  void limits() {
    // docs: limits {
    StoreOptions options =
        StoreOptions.defaults().withDeadline(Duration.ofMillis(100)).withMemoryLimit(10 << 20);
    LinkedComponent greedy = new Linker().add((Nap) () -> {}).link(GREEDY);

    try (Instance instance = greedy.instantiate(new Store(options))) {
      Trap trap = assertThrows(Trap.class, () -> instance.function("spin").orElseThrow().call());
      assertEquals(Trap.Kind.DEADLINE_PASSED, trap.kind());
    }
    try (Instance instance = greedy.instantiate(new Store(options))) {
      ExportedFunction repeat = instance.function("repeat").orElseThrow();
      Trap trap = assertThrows(Trap.class, () -> repeat.call(1000)); // 1000 texts of 64 KiB
      assertEquals(Trap.Kind.LIMIT_EXCEEDED, trap.kind());
    }
    // } docs
  }

  @Test
  void seeds() {
    // docs: seeds {
    LinkedComponent race = new Linker().link(TestGuests.RACE);
    Object first = null;
    for (int i = 0; i < 3; i++) {
      Store store = new Store(StoreOptions.defaults().withSeed(42L));
      try (Instance instance = race.instantiate(store)) {
        Object order = instance.function("race").orElseThrow().call();
        assertTrue(first == null || first.equals(order));
        first = order;
      }
    }
    // } docs
  }

  @Test
  void instancesOfOneStore() {
    // docs: instances {
    try (Store store = new Store()) {
      Instance words = new Linker().add(journal).instantiate(WORDS, store);
      Instance report = new Linker().addExports(words).instantiate(REPORT, store);
      assertEquals(3, report.exports(Reports.class).larger("a b c", "d e"));
    }
    // } docs
  }

  @Test
  void lives() throws Exception {
    // docs: lives {
    try (Store store = new Store()) {
      Instance words = new Linker().add(journal).instantiate(WORDS, store);
      boolean canBeAsNew = store.checkpoint();
      Counting counting = words.exports(Counting.class);
      assertEquals(2, counting.count("one two"));
      boolean isAsNew = canBeAsNew && store.restore();
      assertEquals(canBeAsNew, isAsNew);
      assertEquals(3, counting.count("one two three"));
    }
    // } docs
  }

  @Test
  void threads() throws Exception {
    // docs: threads {
    LinkedComponent linked = new Linker().add(journal).link(WORDS);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Future<Integer> words =
          threads.submit(
              () -> {
                try (Instance instance = linked.instantiate()) {
                  return instance.exports(Counting.class).count("one two");
                }
              });
      assertEquals(2, words.get());
    }
    // } docs
  }
}
