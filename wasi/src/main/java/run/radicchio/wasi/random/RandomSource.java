package run.radicchio.wasi.random;

import java.util.random.RandomGenerator;
import run.radicchio.component.Trap;

/**
 * Random numbers in the amounts that guests ask for.
 *
 * @param generator safe for use by several threads
 * @param seed what guests begin a generator of theirs with; the same, however often they ask
 */
public record RandomSource(RandomGenerator generator, Seed seed) {
  /** What a guest of WASI 0.2 gets at once at most: it must be given all of what it asks for. */
  private static final int MOST_BYTES = 64 << 20;

  /** What a guest of WASI 0.3 gets at once at most: it asks again. */
  private static final int CHUNK = 1 << 16;

  /** 128 bits. */
  record Seed(long first, long second) {}

  /** What a generator gives; a seed is the first. */
  public static RandomSource of(RandomGenerator generator) {
    return new RandomSource(generator, new Seed(generator.nextLong(), generator.nextLong()));
  }

  /**
   * So many bytes.
   *
   * @param length unsigned
   * @throws Trap {@code LIMIT_EXCEEDED} if that is more than a guest should ask for
   */
  byte[] exactly(long length) {
    if (Long.compareUnsigned(length, MOST_BYTES) > 0) {
      throw new Trap(
          Trap.Kind.LIMIT_EXCEEDED,
          "%s random bytes are asked for at once, and %d are given at most"
              .formatted(Long.toUnsignedString(length), MOST_BYTES));
    }
    return bytes((int) length);
  }

  /** So many bytes. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    generator.nextBytes(bytes);
    return bytes;
  }

  /**
   * So many bytes, or fewer, but one at least where any are asked for.
   *
   * @param length unsigned
   */
  byte[] upTo(long length) {
    return exactly(Long.compareUnsigned(length, CHUNK) > 0 ? CHUNK : length);
  }

  long bits() {
    return generator.nextLong();
  }
}
