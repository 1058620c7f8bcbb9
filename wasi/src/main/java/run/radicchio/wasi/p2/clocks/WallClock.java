package run.radicchio.wasi.p2.clocks;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:clocks/wall-clock}: date and time, which may be set. */
@WitInterface(value = "wasi:clocks/wall-clock", versions = WasiVersion.P2)
public interface WallClock {

  /**
   * A moment since 1970-01-01T00:00:00Z, or how long something takes.
   *
   * @param nanoseconds beyond the seconds, less than 1,000,000,000
   */
  record Datetime(@Unsigned long seconds, @Unsigned int nanoseconds) {}

  /** Now. */
  Datetime now();

  /** How long a tick of the clock is. */
  Datetime resolution();
}
