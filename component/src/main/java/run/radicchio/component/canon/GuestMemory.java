package run.radicchio.component.canon;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;

/** What built-ins write to guest memory themselves. */
final class GuestMemory {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private GuestMemory() {}

  /** Two {@code u32}s, one after the other; traps unless the address is aligned and in bounds. */
  static void storeInts(CoreExtern.Memory memory, long address, int first, int second) {
    MemorySegment segment = memory.segment();
    if ((address & 3) != 0) {
      throw new Trap(Trap.Kind.UNALIGNED_POINTER);
    }
    if (address + 8 > segment.byteSize()) {
      throw new Trap(Trap.Kind.POINTER_OUT_OF_BOUNDS);
    }
    segment.set(INT, address, first);
    segment.set(INT, address + 4, second);
  }
}
