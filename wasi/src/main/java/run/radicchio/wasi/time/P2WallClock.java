package run.radicchio.wasi.time;

import java.time.Instant;
import java.time.InstantSource;
import run.radicchio.wasi.p2.clocks.WallClock;

/** The time of day of WASI 0.2. */
public record P2WallClock(InstantSource clock) implements WallClock {
  @Override
  public Datetime now() {
    Instant now = clock.instant();
    return new Datetime(now.getEpochSecond(), now.getNano());
  }

  @Override
  public Datetime resolution() {
    return new Datetime(0, 1);
  }
}
