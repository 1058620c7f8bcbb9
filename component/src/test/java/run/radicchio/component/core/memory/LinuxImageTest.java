package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every byte is what it was, whichever was written, and whether the system tells which were. */
@EnabledOnOs(OS.LINUX)
final class LinuxImageTest {
  private static final long PAGE = 0x10000;

  /** A memory of pages that are zero, and some that are not, with some more that it has grown. */
  private static final class Grown implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final Reservation reservation;
    private final MemorySegment all;
    private final byte[] expected;
    private final LinuxImage image;

    Grown(int kept, int grown, boolean isTold) {
      long bytes = (kept + grown) * PAGE;
      reservation = Reservation.reserve(bytes, bytes);
      all = reservation.segment(bytes);
      for (int page = 0; page < kept; page++) {
        if (page % 3 != 1) {
          all.asSlice(page * PAGE, PAGE / (page + 1)).fill((byte) (page + 1));
        }
      }
      expected = all.toArray(JAVA_BYTE);
      WrittenPages writtenPages = isTold ? WrittenPages.OF_THIS_PROCESS : null;
      image = Objects.requireNonNull(LinuxImage.of(all, kept * PAGE, arena, writtenPages));
    }

    void restore() {
      image.restore(all.byteSize());
      assertEquals(-1, all.mismatch(MemorySegment.ofArray(expected)));
    }

    @Override
    public void close() {
      arena.close();
      reservation.close();
    }
  }

  private static void inEachLife(
      int kept, int grown, int lives, boolean isTold, BiConsumer<MemorySegment, Integer> writes) {
    try (Grown memory = new Grown(kept, grown, isTold)) {
      memory.restore();
      for (int life = 0; life < lives; life++) {
        writes.accept(memory.all, life);
        memory.restore();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyPage(boolean isTold) {
    int pages = (int) (6 * PAGE / WrittenPages.PAGE);
    inEachLife(
        4,
        2,
        2 * pages,
        isTold,
        (all, life) -> {
          long end = (life % pages + 1) * WrittenPages.PAGE;
          all.set(JAVA_BYTE, life < pages ? end - 1 : end - WrittenPages.PAGE, (byte) -1);
        });
  }

  /** Up to so many that the system forgets them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void severalBytesAnywhere(boolean isTold) {
    Random random = new Random(5);
    inEachLife(
        70,
        40,
        60,
        isTold,
        (all, life) -> {
          for (int i = 0; i < 1 << (life % 12); i++) {
            all.set(JAVA_BYTE, random.nextLong(all.byteSize()), (byte) random.nextInt());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void all(boolean isTold) {
    inEachLife(80, 40, 3, isTold, (all, life) -> all.fill((byte) -1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofNothing(boolean isTold) {
    inEachLife(0, 0, 2, isTold, (_, _) -> {});
  }
}
