package run.radicchio.wasi.p3.clocks;

import java.util.concurrent.CompletionStage;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:clocks/monotonic-clock}: time that passes, and is never set. */
@WitInterface(value = "wasi:clocks/monotonic-clock", versions = WasiVersion.P3, uses = Types.class)
public interface MonotonicClock {
  /** Now: never less than before. */
  @Mark
  long now();

  /** How long a tick of the clock is. */
  @Duration
  long getResolution();

  /** Waits until a moment. */
  CompletionStage<Void> waitUntil(@Mark long when);

  /** Waits so long. */
  CompletionStage<Void> waitFor(@Duration long howLong);
}
