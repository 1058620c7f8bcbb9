package run.radicchio.wasi.p2.random;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:random/random}: random numbers that nobody can predict. */
@WitInterface(value = "wasi:random/random", versions = WasiVersion.P2)
public interface Random {
  /** Exactly so many random bytes. */
  byte[] getRandomBytes(@Unsigned long len);

  /** 64 random bits. */
  @Unsigned long getRandomU64();
}
