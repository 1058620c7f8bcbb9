package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

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

  /** Where the system can: Linux. */
  @Test
  void becomesWhatWasKept() {
    try (Reservation reservation = Reservation.reserve(4 * PAGE, 8 * PAGE)) {
      MemorySegment pages = reservation.segment(4 * PAGE);
      pages.set(JAVA_BYTE, 5, (byte) 1);
      pages.set(JAVA_BYTE, 3 * PAGE, (byte) 2);
      boolean isKept = reservation.keep(4 * PAGE);
      assertEquals(System.getProperty("os.name").equals("Linux"), isKept);
      byte[] kept = pages.toArray(JAVA_BYTE);
      for (int i = 0; isKept && i < 3; i++) {
        assertTrue(reservation.commit(8 * PAGE));
        reservation.segment(8 * PAGE).fill((byte) 3);
        reservation.restore();
        assertEquals(-1, pages.mismatch(MemorySegment.ofArray(kept)));
        assertEquals(0, reservation.segment(8 * PAGE).get(JAVA_BYTE, 7 * PAGE));
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
        reservation.restore();
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
