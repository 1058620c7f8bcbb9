package run.radicchio.wasi.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import run.radicchio.wasi.ManualTicker;
import run.radicchio.wasi.Ticker;
import run.radicchio.wasi.p2.clocks.WallClock.Datetime;
import run.radicchio.wasi.p3.clocks.SystemClock;

class ClocksTest {
  private final ManualTicker ticker = new ManualTicker();
  private final P3MonotonicClock clock = new P3MonotonicClock(ticker);

  @Test
  void theTimeOfDayIsTheOneThatIsGiven() {
    InstantSource fixed = InstantSource.fixed(Instant.ofEpochSecond(12, 34));
    assertEquals(new Datetime(12, 34), new P2WallClock(fixed).now());
    assertEquals(new SystemClock.Instant(12, 34), new P3SystemClock(fixed).now());
  }

  @Test
  void waitsUntilAMoment() {
    CompletableFuture<Void> later = clock.waitUntil(10).toCompletableFuture();
    CompletableFuture<Void> sooner = clock.waitFor(5).toCompletableFuture();
    ticker.advance(7);
    assertTrue(sooner.isDone());
    assertFalse(later.isDone());
    ticker.advance(3);
    assertTrue(later.isDone());
    assertTrue(clock.waitUntil(10).toCompletableFuture().isDone());
  }

  @Test
  void whoGivesUpLeavesNothingBehind() {
    CompletableFuture<Void> waiting = clock.waitFor(5).toCompletableFuture();
    assertEquals(1, ticker.waiting());
    waiting.cancel(true);
    assertEquals(0, ticker.waiting());
  }

  @Test
  void theMachinesClockRings() throws Exception {
    Ticker machine = Ticker.system();
    long when = machine.now() + 1000;
    CompletableFuture<Long> rung = new CompletableFuture<>();
    var _ = machine.at(when, () -> rung.complete(machine.now()));
    assertTrue(rung.get() >= when);
  }
}
