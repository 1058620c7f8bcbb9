package run.radicchio.wasi.p2.random;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:random/insecure}: numbers that look random, and that somebody may predict. */
@WitInterface(value = "wasi:random/insecure", versions = WasiVersion.P2)
public interface Insecure {
  /** Exactly so many bytes. */
  byte[] getInsecureRandomBytes(@Unsigned long len);

  /** 64 bits. */
  @Unsigned long getInsecureRandomU64();
}
