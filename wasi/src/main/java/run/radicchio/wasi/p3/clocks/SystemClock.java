package run.radicchio.wasi.p3.clocks;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:clocks/system-clock}: date and time, which may be set. */
@WitInterface(value = "wasi:clocks/system-clock", versions = WasiVersion.P3, uses = Types.class)
public interface SystemClock {

  /**
   * A moment, since 1970-01-01T00:00:00Z or before.
   *
   * @param nanoseconds after the second, less than 1,000,000,000
   */
  record Instant(long seconds, @Unsigned int nanoseconds) {}

  /** Now. */
  Instant now();

  /** How long a tick of the clock is. */
  @Duration
  long getResolution();
}
