package run.radicchio.wasi.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import run.radicchio.wasi.Ticker;
import run.radicchio.wasi.p3.clocks.MonotonicClock;

/** The monotonic clock of WASI 0.3. */
public record P3MonotonicClock(Ticker ticker) implements MonotonicClock {
  @Override
  public long now() {
    return ticker.now();
  }

  @Override
  public long getResolution() {
    return 1;
  }

  @Override
  public CompletionStage<Void> waitUntil(long when) {
    return until(Moments.ofGuest(when));
  }

  @Override
  public CompletionStage<Void> waitFor(long howLong) {
    return until(Moments.after(ticker, howLong));
  }

  private CompletableFuture<Void> until(long when) {
    CompletableFuture<Void> come = new CompletableFuture<>();
    if (ticker.now() >= when) {
      come.complete(null);
      return come;
    }
    Ticker.Alarm alarm = ticker.at(when, () -> come.complete(null));
    var _ = come.whenComplete((_, _) -> alarm.close());
    return come;
  }
}
