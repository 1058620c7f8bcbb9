package run.radicchio.wasi.poll;

import run.radicchio.wasi.p2.io.Poll;

/** An event for guests of WASI 0.2. */
public record EventPollable(Event event) implements Poll.Pollable {
  @Override
  public boolean ready() {
    return event.isReady();
  }

  @Override
  public void block() {
    Waiting.until(event);
  }

  /** Nothing is held while nobody waits. */
  @Override
  public void close() {}
}
