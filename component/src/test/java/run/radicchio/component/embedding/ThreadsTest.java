package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;

/** One compiled component on many threads. */
class ThreadsTest {
  private static final int THREADS = 8;

  private static void onManyThreads(Callable<Integer> work, int expected) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        results.add(threads.submit(work));
      }
      for (Future<Integer> result : results) {
        assertEquals(expected, result.get());
      }
    }
  }

  @Test
  void manyInstances() throws Exception {
    LinkedComponent linked = new Linker().add(new MemoryJournal()).link(TestGuests.WORDS);
    onManyThreads(
        () -> {
          int words = 0;
          for (int i = 0; i < 200; i++) {
            Store store = new Store(StoreOptions.defaults().withMemoryLimit(1 << 20));
            try (Instance instance = linked.instantiate(store);
                Counting.Tally tally = instance.exports(Counting.class).tally("t" + i)) {
              words += tally.add("one two three");
            }
          }
          return words;
        },
        600);
  }

  @Test
  void oneInstance() throws Exception {
    try (Instance instance = new Linker().add(new MemoryJournal()).instantiate(TestGuests.WORDS)) {
      Counting counting = instance.exports(Counting.class);
      Flows flows = instance.exports(Flows.class);
      onManyThreads(
          () -> {
            int words = 0;
            for (int i = 0; i < 50; i++) {
              words += counting.count("one two");
              words += Math.toIntExact(Streams.get(flows.sum(Streams.of(List.of(1, 2)))));
              try (Counting.Tally tally = counting.tally("t")) {
                words += tally.add("three");
              }
            }
            return words;
          },
          300);
      assertEquals(0, instance.handleCount());
    }
  }
}
