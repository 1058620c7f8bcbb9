package run.radicchio.wasi.random;

import run.radicchio.wasi.p3.random.Insecure;
import run.radicchio.wasi.p3.random.InsecureSeed;
import run.radicchio.wasi.p3.random.Random;

/** The random numbers of WASI 0.3: all of them are as good as the source. */
public record P3Random(RandomSource bytes) implements Random, Insecure, InsecureSeed {
  @Override
  public byte[] getRandomBytes(long maxLen) {
    return bytes.upTo(maxLen);
  }

  @Override
  public long getRandomU64() {
    return bytes.bits();
  }

  @Override
  public byte[] getInsecureRandomBytes(long maxLen) {
    return bytes.upTo(maxLen);
  }

  @Override
  public long getInsecureRandomU64() {
    return bytes.bits();
  }

  @Override
  public Seed getInsecureSeed() {
    return new Seed(bytes.seed().first(), bytes.seed().second());
  }
}
