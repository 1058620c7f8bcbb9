package run.radicchio.wasi.random;

import run.radicchio.wasi.p2.random.Insecure;
import run.radicchio.wasi.p2.random.InsecureSeed;
import run.radicchio.wasi.p2.random.Random;

/** The random numbers of WASI 0.2: all of them are as good as the source. */
public record P2Random(RandomSource bytes) implements Random, Insecure, InsecureSeed {
  @Override
  public byte[] getRandomBytes(long len) {
    return bytes.exactly(len);
  }

  @Override
  public long getRandomU64() {
    return bytes.bits();
  }

  @Override
  public byte[] getInsecureRandomBytes(long len) {
    return bytes.exactly(len);
  }

  @Override
  public long getInsecureRandomU64() {
    return bytes.bits();
  }

  @Override
  public Seed insecureSeed() {
    return new Seed(bytes.seed().first(), bytes.seed().second());
  }
}
