package run.radicchio.wasi.time;

import run.radicchio.wasi.Ticker;
import run.radicchio.wasi.p2.clocks.MonotonicClock;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.poll.EventPollable;

/** The monotonic clock of WASI 0.2. */
public record P2MonotonicClock(Ticker ticker) implements MonotonicClock {
  @Override
  public long now() {
    return ticker.now();
  }

  @Override
  public long resolution() {
    return 1;
  }

  @Override
  public Poll.Pollable subscribeInstant(long when) {
    return new EventPollable(new TimeEvent(ticker, Moments.ofGuest(when)));
  }

  @Override
  public Poll.Pollable subscribeDuration(long when) {
    return new EventPollable(new TimeEvent(ticker, Moments.after(ticker, when)));
  }
}
