package run.radicchio.wasi.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import run.radicchio.component.Trap;

class RandomSourceTest {
  private static RandomSource seeded() {
    return new RandomSource(new Random(42), new RandomSource.Seed(1, 2));
  }

  @Test
  void comeFromTheSourceThatIsGiven() {
    byte[] expected = new byte[100];
    new Random(42).nextBytes(expected);
    assertArrayEquals(expected, new P2Random(seeded()).getRandomBytes(100));
    assertArrayEquals(expected, new P3Random(seeded()).getRandomBytes(100));
    assertEquals(new Random(42).nextLong(), new P2Random(seeded()).getRandomU64());
  }

  @Test
  void theSeedStaysTheSame() {
    P3Random random = new P3Random(RandomSource.of(new Random(42)));
    assertEquals(random.getInsecureSeed(), random.getInsecureSeed());
    P2Random older = new P2Random(random.bytes());
    assertEquals(random.getInsecureSeed().lower(), older.insecureSeed().lower());
  }

  @Test
  void noGuestHasTheHostFillItsMemory() {
    P2Random random = new P2Random(seeded());
    for (long length : new long[] {-1, Long.MAX_VALUE, 1L << 32, (64 << 20) + 1}) {
      Trap trap = assertThrows(Trap.class, () -> random.getRandomBytes(length));
      assertEquals(Trap.Kind.LIMIT_EXCEEDED, trap.kind());
    }
  }

  @Test
  void whoAsksForTooMuchOf3GetsLess() {
    P3Random random = new P3Random(seeded());
    int length = random.getRandomBytes(-1).length;
    assertTrue(length > 0 && length <= 1 << 16, "length: " + length);
    assertEquals(0, random.getInsecureRandomBytes(0).length);
    assertEquals(1, random.getInsecureRandomBytes(1).length);
  }
}
