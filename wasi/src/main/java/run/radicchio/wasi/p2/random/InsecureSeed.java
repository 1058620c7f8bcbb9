package run.radicchio.wasi.p2.random;

import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:random/insecure-seed}: a seed for hash tables, against chosen collisions. */
@WitInterface(value = "wasi:random/insecure-seed", versions = WasiVersion.P2)
public interface InsecureSeed {

  /** 128 bits. */
  @Tuple
  record Seed(@Unsigned long lower, @Unsigned long upper) {}

  /** A seed. */
  Seed insecureSeed();
}
