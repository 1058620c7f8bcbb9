package run.radicchio.wasi.time;

import run.radicchio.wasi.Ticker;
import run.radicchio.wasi.poll.Event;

/**
 * A moment that comes. It costs nothing until somebody waits for it.
 *
 * @param when in nanoseconds of the clock
 */
record TimeEvent(Ticker ticker, long when) implements Event {
  @Override
  public boolean isReady() {
    return ticker.now() >= when;
  }

  @Override
  public Registration onReady(Runnable wake) {
    return ticker.at(when, wake)::close;
  }
}
