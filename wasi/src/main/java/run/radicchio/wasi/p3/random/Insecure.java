package run.radicchio.wasi.p3.random;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:random/insecure}: numbers that look random, and that somebody may predict. */
@WitInterface(value = "wasi:random/insecure", versions = WasiVersion.P3)
public interface Insecure {
  /** So many, or fewer but one at least, bytes. */
  byte[] getInsecureRandomBytes(@Unsigned long maxLen);

  /** 64 bits. */
  @Unsigned long getInsecureRandomU64();
}
