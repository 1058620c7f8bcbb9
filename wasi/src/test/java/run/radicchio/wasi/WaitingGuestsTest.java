package run.radicchio.wasi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;

/** Guests that wait for a time park: a thousand need a thousand threads of nobody but Java. */
class WaitingGuestsTest {
  private static final int COUNT = 1000;
  private static final int MOST_THREADS = 100;

  @ParameterizedTest
  @ValueSource(strings = {"commands-p2", "commands-p3"})
  void aThousandWaitForATime(String name) throws Exception {
    Component guest = Ended.guest(name);
    ManualTicker ticker = new ManualTicker();
    Wasi wasi =
        Wasi.builder().arguments(List.of("commands", "sleep", "1000000")).ticker(ticker).build();
    LinkedComponent linked = wasi.addTo(new Linker()).link(guest);
    List<Future<Integer>> statuses = new ArrayList<>();
    try (ExecutorService guests = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < COUNT; i++) {
        statuses.add(guests.submit(() -> run(wasi, linked)));
      }
      ticker.awaitWaiting(COUNT);
      long threads =
          Thread.getAllStackTraces().keySet().stream().filter(it -> !it.isVirtual()).count();
      assertTrue(threads < MOST_THREADS, () -> threads + " threads of the system");
      ticker.advance(Long.MAX_VALUE / 2);
      for (Future<Integer> status : statuses) {
        assertEquals(0, status.get());
      }
    }
    assertEquals(0, ticker.waiting());
  }

  private static int run(Wasi wasi, LinkedComponent linked) {
    try (Instance instance = linked.instantiate()) {
      return wasi.run(instance);
    }
  }
}
