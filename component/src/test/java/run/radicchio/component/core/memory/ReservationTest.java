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

  @Test
  void onceClosedItsBytesCannotBeAccessed() {
    Reservation reservation = Reservation.reserve(PAGE, PAGE);
    MemorySegment segment = reservation.segment(PAGE);
    reservation.close();
    reservation.close();
    assertThrows(IllegalStateException.class, () -> segment.get(JAVA_BYTE, 0));
  }
}
