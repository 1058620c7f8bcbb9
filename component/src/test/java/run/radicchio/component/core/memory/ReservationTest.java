package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReservationTest {
  private static final long PAGE = 0x10000;

  @Test
  void itsBytesAreZeroAndCanBeWritten() {
    try (Reservation reservation = Reservation.reserve(PAGE, 4 * PAGE)) {
      assertEquals(4 * PAGE, reservation.capacity());
      assertTrue(reservation.commit(3 * PAGE));
      MemorySegment segment = reservation.segment(3 * PAGE);
      assertEquals(reservation.address(), segment.address());
      assertEquals(-1, segment.mismatch(MemorySegment.ofArray(new byte[3 * (int) PAGE])));
      segment.set(JAVA_BYTE, 3 * PAGE - 1, (byte) 1);
      assertEquals(1, segment.get(JAVA_BYTE, 3 * PAGE - 1));
    }
  }

  @Test
  void withoutBytesItStillHasAnAddress() {
    try (Reservation reservation = Reservation.reserve(0, 0)) {
      assertTrue(reservation.address() != 0);
      assertEquals(0, reservation.segment(0).byteSize());
    }
  }

  @Test
  void wantsLessWhereThereIsNotThatMuch() {
    try (Reservation reservation = Reservation.reserve(PAGE, 1L << 60)) {
      assertTrue(reservation.capacity() >= PAGE);
      assertTrue(reservation.capacity() < 1L << 60);
    }
  }

  @Test
  void failsWhereThereIsNotWhatItNeeds() {
    assertThrows(OutOfMemoryError.class, () -> Reservation.reserve(1L << 60, 1L << 60));
  }

  /** Where the system can: Linux. Few bytes that are not zero are kept otherwise than many. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 20})
  void becomesWhatWasKept(int notZero) {
    long kept = 30 * PAGE;
    for (long used : new long[] {kept, kept + PAGE, kept + 20 * PAGE}) {
      try (Reservation reservation = Reservation.reserve(kept, 60 * PAGE)) {
        MemorySegment pages = reservation.segment(kept);
        for (int page = 2; page < 2 + notZero; page++) {
          pages.set(JAVA_BYTE, page * PAGE + 5, (byte) page);
        }
        pages.set(JAVA_BYTE, kept - 1, (byte) 1);
        byte[] expected = pages.toArray(JAVA_BYTE);
        boolean isKept = reservation.keep(kept);
        assertEquals(System.getProperty("os.name").equals("Linux"), isKept);
        assertTrue(reservation.commit(60 * PAGE));
        for (int i = 0; isKept && i < 3; i++) {
          reservation.segment(used).fill((byte) 3);
          reservation.restore(used);
          assertEquals(-1, pages.mismatch(MemorySegment.ofArray(expected)));
          assertEquals(
              -1,
              reservation
                  .segment(used)
                  .asSlice(kept)
                  .mismatch(MemorySegment.ofArray(new byte[(int) (used - kept)])));
        }
      }
    }
  }

  /** What was not zero the time before is, and the other way round. */
  @Test
  void becomesWhatWasKeptLast() {
    try (Reservation reservation = Reservation.reserve(3 * PAGE, 3 * PAGE)) {
      MemorySegment pages = reservation.segment(3 * PAGE);
      pages.asSlice(0, PAGE).fill((byte) 1);
      if (reservation.keep(3 * PAGE)) {
        pages.asSlice(0, PAGE).fill((byte) 0);
        pages.asSlice(PAGE, PAGE).fill((byte) 2);
        assertTrue(reservation.keep(3 * PAGE));
        byte[] kept = pages.toArray(JAVA_BYTE);
        pages.fill((byte) 3);
        reservation.restore(3 * PAGE);
        assertEquals(-1, pages.mismatch(MemorySegment.ofArray(kept)));
      }
    }
  }

  @Test
  void onceClosedItsBytesCannotBeAccessed() {
    Reservation reservation = Reservation.reserve(PAGE, PAGE);
    MemorySegment segment = reservation.segment(PAGE);
    reservation.close();
    reservation.close();
    assertThrows(IllegalStateException.class, () -> segment.get(JAVA_BYTE, 0));
  }
}
