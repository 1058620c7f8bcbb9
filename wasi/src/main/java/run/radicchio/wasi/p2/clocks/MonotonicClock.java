package run.radicchio.wasi.p2.clocks;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.io.Poll;

/** {@code wasi:clocks/monotonic-clock}: time that passes, and is never set. */
@WitInterface(value = "wasi:clocks/monotonic-clock", versions = WasiVersion.P2, uses = Poll.class)
public interface MonotonicClock {
  /** Now: never less than before. */
  @Instant
  long now();

  /** How long a tick of the clock is. */
  @Duration
  long resolution();

  /** Ready from a moment on. */
  Poll.Pollable subscribeInstant(@Instant long when);

  /** Ready from so long after now on. */
  Poll.Pollable subscribeDuration(@Duration long when);
}
