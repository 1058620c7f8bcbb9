package run.radicchio.component.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import run.radicchio.component.ExportedFunction;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;

/** Calls that take more time than they have. */
class DeadlineTest {
  private static final StoreOptions SOON =
      StoreOptions.defaults().withDeadline(Duration.ofMillis(50));
  private static final StoreOptions LATE =
      StoreOptions.defaults().withDeadline(Duration.ofMinutes(10));

  private static Instance greedy(Nap nap, StoreOptions options) {
    return new Linker().add(nap).instantiate(TestGuests.GREEDY, new Store(options));
  }

  private static ExportedFunction function(Instance instance, String name) {
    return instance.function(name).orElseThrow();
  }

  @Test
  void loopOfASyncFunction() {
    try (Instance instance = greedy(() -> {}, SOON)) {
      Trap trap = assertThrows(Trap.class, () -> function(instance, "spin").call());
      assertEquals(Trap.Kind.DEADLINE_PASSED, trap.kind());
      assertEquals("the deadline passed: a call took more than 0.05s", trap.getMessage());
      assertTrue(trap.guestFrames().toString().contains("spin"), trap.guestFrames().toString());
      assertFalse(Thread.currentThread().isInterrupted());
      Trap after = assertThrows(Trap.class, () -> function(instance, "grow").call(0));
      assertEquals(Trap.Kind.CANNOT_ENTER, after.kind());
      assertTrue(after.getMessage().contains("the deadline passed"), after.getMessage());
    }
  }

  /** More of them than the JVM has threads to run virtual threads on. */
  @Test
  @Timeout(60)
  void loopsOnVirtualThreads() throws InterruptedException {
    List<CompletableFuture<?>> calls = new CopyOnWriteArrayList<>();
    List<Thread> callers =
        IntStream.range(0, Runtime.getRuntime().availableProcessors() + 2)
            .mapToObj(
                _ ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              Instance instance =
                                  new Linker().instantiate(TestGuests.SPIN, new Store(SOON));
                              calls.add(function(instance, "spin").callAsync());
                            }))
            .toList();
    for (Thread caller : callers) {
      caller.join();
    }
    assertEquals(callers.size(), calls.size());
    for (CompletableFuture<?> call : calls) {
      CompletionException failure = assertThrows(CompletionException.class, call::join);
      assertEquals(
          Trap.Kind.DEADLINE_PASSED, assertInstanceOf(Trap.class, failure.getCause()).kind());
    }
  }

  @Test
  void loopAfterTheResult() {
    try (Instance instance = greedy(() -> {}, SOON)) {
      CompletableFuture<?> call = function(instance, "spin-later").callAsync();
      CompletionException failure = assertThrows(CompletionException.class, call::join);
      assertEquals(
          Trap.Kind.DEADLINE_PASSED, assertInstanceOf(Trap.class, failure.getCause()).kind());
    }
  }

  @Test
  void hostFunctionThatHeedsInterrupts() {
    Nap nap =
        () -> {
          try {
            Thread.sleep(Duration.ofHours(1));
          } catch (InterruptedException interruption) {
            throw new IllegalStateException("woken", interruption);
          }
        };
    assertDeadlineEnds(nap);
  }

  @Test
  void hostFunctionThatSwallowsAnInterrupt() {
    CountDownLatch never = new CountDownLatch(1);
    Nap nap =
        () -> {
          for (int i = 0; i < 2; i++) {
            try {
              never.await();
            } catch (InterruptedException swallowed) {
              assertEquals(1, never.getCount());
            }
          }
        };
    assertDeadlineEnds(nap);
  }

  private static void assertDeadlineEnds(Nap nap) {
    try (Instance instance = greedy(nap, SOON)) {
      Trap trap = assertThrows(Trap.class, () -> function(instance, "rest").call());
      assertEquals(Trap.Kind.DEADLINE_PASSED, trap.kind());
      assertFalse(Thread.currentThread().isInterrupted());
    }
  }

  @Test
  void callThatWaitsForTheHost() {
    Store store = new Store(SOON);
    try (Instance words =
        new Linker().add(new MemoryJournal()).instantiate(TestGuests.WORDS, store)) {
      CompletableFuture<Integer> never = new CompletableFuture<>();
      CompletableFuture<Integer> call =
          words.exports(Flows.class).awaited(never).toCompletableFuture();
      CompletionException failure = assertThrows(CompletionException.class, call::join);
      assertEquals(
          Trap.Kind.DEADLINE_PASSED, assertInstanceOf(Trap.class, failure.getCause()).kind());
    }
  }

  @Test
  void callThatIsInTime() {
    try (Instance instance = greedy(() -> {}, LATE)) {
      for (int i = 0; i < 1000; i++) {
        assertEquals(2, function(instance, "grow").call(0));
      }
    }
  }

  /** Whichever comes first, the caller's thread is not interrupted, and each sees one outcome. */
  @RepeatedTest(40)
  void callThatEndsWithItsTime() {
    Nap nap =
        () -> {
          long end = System.nanoTime() + 1_000_000;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
        };
    StoreOptions options = StoreOptions.defaults().withDeadline(Duration.ofNanos(1_050_000));
    try (Instance instance = greedy(nap, options)) {
      boolean inTime = true;
      while (inTime) {
        try {
          function(instance, "rest").call();
        } catch (Trap trap) {
          inTime = false;
          assertEquals(Trap.Kind.DEADLINE_PASSED, trap.kind());
        }
        assertFalse(Thread.interrupted());
      }
    }
    assertFalse(Thread.interrupted());
  }

  @Test
  void interruptOfTheCallerStaysItsOwn() {
    try (Instance instance = greedy(() -> Thread.currentThread().interrupt(), LATE)) {
      function(instance, "rest").call();
      assertTrue(Thread.interrupted());
      Thread.currentThread().interrupt();
      Trap trap = assertThrows(Trap.class, () -> function(instance, "spin").call());
      assertEquals(Trap.Kind.INTERRUPTED, trap.kind());
      assertTrue(Thread.interrupted());
    }
  }
}
