package run.radicchio.wasi.p3.random;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:random/random}: random numbers that nobody can predict. */
@WitInterface(value = "wasi:random/random", versions = WasiVersion.P3)
public interface Random {
  /** So many, or fewer but one at least, random bytes. */
  byte[] getRandomBytes(@Unsigned long maxLen);

  /** 64 random bits. */
  @Unsigned long getRandomU64();
}
