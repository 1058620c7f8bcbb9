package run.radicchio.wasi.time;

import java.time.InstantSource;
import run.radicchio.wasi.p3.clocks.SystemClock;

/** The time of day of WASI 0.3. */
public record P3SystemClock(InstantSource clock) implements SystemClock {
  @Override
  public Instant now() {
    java.time.Instant now = clock.instant();
    return new Instant(now.getEpochSecond(), now.getNano());
  }

  @Override
  public long getResolution() {
    return 1;
  }
}
