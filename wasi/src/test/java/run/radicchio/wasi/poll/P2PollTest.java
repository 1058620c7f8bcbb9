package run.radicchio.wasi.poll;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Trap;
import run.radicchio.wasi.ManualTicker;
import run.radicchio.wasi.p2.io.Poll.Pollable;
import run.radicchio.wasi.time.P2MonotonicClock;

class P2PollTest {
  private final ManualTicker ticker = new ManualTicker();
  private final P2MonotonicClock clock = new P2MonotonicClock(ticker);
  private final P2Poll poll = new P2Poll();

  @Test
  void tellsWhichAreReady() {
    ticker.advance(100);
    List<Pollable> some =
        List.of(
            clock.subscribeInstant(100), clock.subscribeInstant(101), clock.subscribeInstant(7));
    assertArrayEquals(new int[] {0, 2}, poll.poll(some));
    assertFalse(some.get(1).ready());
  }

  @Test
  void anEmptyListIsNeverReady() {
    assertThrows(IllegalArgumentException.class, () -> poll.poll(List.of()));
  }

  @Test
  void waitsForTheFirstAndLeavesNothingBehind() throws Exception {
    List<Pollable> some =
        List.of(clock.subscribeInstant(50), clock.subscribeInstant(10), clock.subscribeInstant(-1));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<int[]> ready = threads.submit(() -> poll.poll(some));
      ticker.awaitWaiting(3);
      ticker.advance(10);
      assertArrayEquals(new int[] {1}, ready.get());
    }
    assertEquals(0, ticker.waiting());
  }

  @Test
  void aMomentBeyondTheClocksReachNeverComes() {
    ticker.advance(Long.MAX_VALUE - 1);
    assertFalse(clock.subscribeInstant(-1).ready());
    assertFalse(clock.subscribeDuration(-1).ready());
    assertFalse(clock.subscribeDuration(Long.MAX_VALUE).ready());
    assertTrue(clock.subscribeDuration(0).ready());
  }

  @Test
  void anInterruptStopsTheGuest() throws Exception {
    CountDownLatch trapped = new CountDownLatch(1);
    Thread guest =
        Thread.startVirtualThread(
            () -> {
              Trap trap = assertThrows(Trap.class, () -> clock.subscribeInstant(1).block());
              assertEquals(Trap.Kind.INTERRUPTED, trap.kind());
              trapped.countDown();
            });
    ticker.awaitWaiting(1);
    guest.interrupt();
    trapped.await();
    assertEquals(0, ticker.waiting());
  }

  /** The same thing may be in the list as often as a guest likes; that costs as many steps. */
  @Test
  void aHundredThousandOfTheSame() throws Exception {
    Something something = new Something();
    List<Pollable> many = Collections.nCopies(100_000, new EventPollable(something));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<int[]> ready = threads.submit(() -> poll.poll(many));
      something.waiting.acquire(many.size());
      something.happen();
      assertTrue(ready.get().length > 0);
    }
  }

  private static final class Something implements Event {
    final Semaphore waiting = new Semaphore(0);
    private final Wakers wakers = new Wakers();
    private volatile boolean happened;

    void happen() {
      happened = true;
      wakers.wakeAll();
    }

    @Override
    public boolean isReady() {
      return happened;
    }

    @Override
    public Registration onReady(Runnable wake) {
      Registration registration = wakers.add(wake);
      waiting.release();
      return registration;
    }
  }

  @Test
  void aThousandGuestsWaitOnNoThreadOfTheSystems() throws Exception {
    int guests = 1000;
    long before = platformThreads();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> waiting =
          IntStream.range(0, guests)
              .<Future<?>>mapToObj(
                  _ -> threads.submit(() -> poll.poll(List.of(clock.subscribeInstant(5)))))
              .toList();
      ticker.awaitWaiting(guests);
      assertTrue(platformThreads() - before < 100, "threads: " + (platformThreads() - before));
      ticker.advance(5);
      for (Future<?> one : waiting) {
        one.get();
      }
    }
  }

  private static long platformThreads() {
    return Thread.getAllStackTraces().size();
  }

  /** An embedder's own, which can only be asked and waited for. */
  @Test
  void aForeignPollableIsWaitedForToo() throws Exception {
    CountDownLatch happened = new CountDownLatch(1);
    Pollable foreign =
        new Pollable() {
          @Override
          public boolean ready() {
            return happened.getCount() == 0;
          }

          @Override
          public void block() {
            try {
              happened.await();
            } catch (InterruptedException stop) {
              throw new IllegalStateException(stop);
            }
          }

          @Override
          public void close() {}
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<int[]> ready =
          threads.submit(() -> poll.poll(List.of(clock.subscribeInstant(9), foreign)));
      ticker.awaitWaiting(1);
      happened.countDown();
      assertArrayEquals(new int[] {1}, ready.get());
    }
  }
}
