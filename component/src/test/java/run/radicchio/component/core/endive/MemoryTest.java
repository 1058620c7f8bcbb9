package run.radicchio.component.core.endive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static run.radicchio.component.core.endive.Modules.call;
import static run.radicchio.component.core.endive.Modules.instance;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreInstance;
import run.radicchio.component.type.CoreType;

final class MemoryTest {
  private static final int PAGE = 0x10000;

  private final CoreInstance guest = instance("memory");
  private final CoreExtern.Memory memory = (CoreExtern.Memory) guest.export("memory");

  private String text(int address, int length) {
    byte[] bytes = memory.segment().asSlice(address, length).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, US_ASCII);
  }

  private void assertOutOfBounds(String function, Object... arguments) {
    Trap trap = assertThrows(Trap.class, () -> call(guest, function, arguments));
    assertEquals(Trap.Kind.MEMORY_OUT_OF_BOUNDS, trap.kind());
  }

  @Test
  void isZeroButForItsActiveSegments() {
    assertEquals("active", text(16, 6));
    MemorySegment segment = memory.segment();
    assertEquals(PAGE, segment.byteSize());
    assertEquals(-1, segment.asSlice(22).mismatch(MemorySegment.ofArray(new byte[PAGE - 22])));
  }

  @Test
  void growsInPlace() {
    MemorySegment before = memory.segment();
    assertEquals(1, call(guest, "grow", 1));
    assertEquals(2, call(guest, "size"));
    assertEquals(before.address(), memory.segment().address());
    assertEquals(2 * PAGE, memory.segment().byteSize());
    assertEquals(new CoreType.Limits(2, 3L, false), memory.type().limits());
    assertEquals(0, call(guest, "i32.load", 2 * PAGE - 4));
    assertEquals(-1, call(guest, "grow", 2));
    assertEquals(-1, call(guest, "grow", -1));
    assertEquals(2, call(guest, "grow", 0));
    assertEquals(2, call(guest, "grow", 1));
    assertOutOfBounds("i32.load", 3 * PAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "i32.load, 65533",
    "i32.load, 2147483647",
    "i32.load, -2147483648",
    "i32.load, -4",
    "i64.load, 65529",
    "i32.load8_u, 65536",
    "i32.load8_u, -1",
    "load-near, 65525",
    "load-near, -8",
    "load-near, 2147483647",
    "load-far, 0",
    "load-far, 2147483647",
    "load-far, -1",
    "load-farther, 0",
    "load-farther, 4",
    "load-farther, -4",
    "load-farther, 2147483647"
  })
  void addressesOutOfBoundsTrap(String function, int address) {
    assertOutOfBounds(function, address);
  }

  @Test
  void segmentsAreCopiedUntilDropped() {
    call(guest, "init", 100, 2, 5);
    assertEquals("ssive", text(100, 5));
    assertOutOfBounds("init", 100, 3, 5);
    assertOutOfBounds("init", PAGE - 1, 0, 2);
    assertOutOfBounds("init", 0, -1, 1);
    assertOutOfBounds("init", 0, 0, -1);
    call(guest, "drop");
    assertOutOfBounds("init", 100, 0, 1);
    call(guest, "init", 100, 0, 0);
    call(instance("memory"), "init", 100, 0, 7);
  }

  @Test
  void activeSegmentsAreDroppedOnceWritten() {
    call(guest, "init-active", 0, 0, 0);
    assertOutOfBounds("init-active", 0, 0, 1);
  }

  @Test
  void aFillOrCopyOutOfBoundsWritesNothing() {
    assertOutOfBounds("fill", PAGE - 2, 1, 3);
    assertOutOfBounds("fill", 0, 1, -1);
    assertOutOfBounds("fill", -1, 1, 1);
    assertOutOfBounds("fill", PAGE + 1, 1, 0);
    call(guest, "fill", PAGE, 1, 0);
    assertOutOfBounds("copy", 0, PAGE - 2, 3);
    assertOutOfBounds("copy", PAGE - 2, 0, 3);
    assertOutOfBounds("copy", 0, 0, Integer.MIN_VALUE);
    assertOutOfBounds("copy", PAGE + 1, 0, 0);
    assertEquals(0, call(guest, "i32.load", PAGE - 4));
  }

  @Test
  void instancesThatShareAMemoryHaveTheirOwnSegments() {
    CoreInstance user = instance("user", memory);
    assertEquals("user", text(32, 4));
    call(user, "init", 200, 0, 4);
    call(guest, "init", 204, 0, 7);
    assertEquals("USERpassive", text(200, 11));
    assertEquals(1, call(user, "grow", 1));
    assertEquals(2, call(guest, "size"));
    call(guest, "i32.store", 2 * PAGE - 4, 1);
    user.close();
    assertEquals(1, call(guest, "i32.load", 2 * PAGE - 4));
  }

  @Test
  void aClosedMemoryFailsAndDoesNotCrash() {
    MemorySegment segment = memory.segment();
    guest.close();
    guest.close();
    assertThrows(IllegalStateException.class, () -> segment.get(ValueLayout.JAVA_BYTE, 0));
    assertOutOfBounds("i32.load8_u", 0);
    assertOutOfBounds("fill", 0, 0, 1);
    assertEquals(-1, call(guest, "grow", 1));
  }
}
