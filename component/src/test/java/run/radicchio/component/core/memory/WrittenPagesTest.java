package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class WrittenPagesTest {
  private static final long PAGE = WrittenPages.PAGE;

  private final WrittenPages written = Objects.requireNonNull(WrittenPages.OF_THIS_PROCESS);

  private static void touch(MemorySegment pages, BitSet which) {
    which.stream().forEach(page -> pages.set(JAVA_BYTE, page * PAGE + page % PAGE, (byte) 1));
  }

  private static BitSet every(int step, int count) {
    BitSet pages = new BitSet();
    for (int page = 1; page < count; page += step) {
      pages.set(page);
    }
    return pages;
  }

  @Test
  void ofMemoryThatWasZero() {
    try (Reservation reservation = Reservation.reserve(700 * PAGE, 700 * PAGE)) {
      MemorySegment pages = reservation.segment(700 * PAGE);
      assertEquals(new BitSet(), written.among(pages));
      BitSet some = every(7, 700);
      touch(pages, some);
      assertEquals(new BitSet(), untold(some, pages));
      assertEquals(new BitSet(), untold(some.get(300, 700), pages.asSlice(300 * PAGE)));
    }
  }

  /** A system may give more pages than were written, where it has huge ones. */
  private BitSet untold(BitSet some, MemorySegment pages) {
    BitSet untold = (BitSet) some.clone();
    untold.andNot(Objects.requireNonNull(written.among(pages)));
    return untold;
  }

  /** What was only read is still the file's. */
  @Test
  void ofFilesInMemory() {
    try (Reservation reservation = Reservation.reserve(50 * PAGE, 50 * PAGE);
        MemoryFile file = Objects.requireNonNull(MemoryFile.create())) {
      MemorySegment pages = reservation.segment(50 * PAGE);
      assertTrue(file.write(pages.fill((byte) 3), 0));
      assertTrue(file.mapTo(pages, 0));
      assertEquals(-1, pages.mismatch(MemorySegment.ofArray(pages.toArray(JAVA_BYTE))));
      assertEquals(new BitSet(), written.among(pages));
      BitSet some = every(3, 50);
      touch(pages, some);
      assertEquals(some, written.among(pages));
    }
  }

  @Test
  @SuppressWarnings("restricted") // nothing is there, nor asked for
  void noneIsToldOfWhatNoProcessHas() {
    assertNull(written.among(MemorySegment.ofAddress(1L << 60).reinterpret(PAGE)));
  }
}
