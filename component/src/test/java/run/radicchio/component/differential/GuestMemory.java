package run.radicchio.component.differential;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.StringJoiner;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.type.CoreType;

/** A guest's memory, which knows what has changed in it since it was asked last. */
final class GuestMemory implements CoreExtern.Memory {
  /** Its size in bytes. The model's is the same. */
  static final int SIZE = 4096;

  /** What is in it at first: not what is written to it most, which would not be seen. */
  private static final byte UNTOUCHED = (byte) 0xEE;

  private final MemorySegment bytes = Arena.ofAuto().allocate(SIZE, 16).fill(UNTOUCHED);
  private final MemorySegment known = Arena.ofAuto().allocate(SIZE, 16).fill(UNTOUCHED);

  @Override
  public CoreType.Memory type() {
    return new CoreType.Memory(new CoreType.Limits(1, 1L, false), false);
  }

  @Override
  public MemorySegment segment() {
    return bytes;
  }

  int load(long address) {
    return bytes.get(ValueLayout.JAVA_INT_UNALIGNED, address);
  }

  /** Stores a byte, of which the guest need not be told. */
  void store(long address, byte value) {
    bytes.set(ValueLayout.JAVA_BYTE, address, value);
    known.set(ValueLayout.JAVA_BYTE, address, value);
  }

  /** Says each run of bytes that has changed. */
  void sayChanges(String guest, Trace trace) {
    long at = bytes.mismatch(known);
    while (at >= 0 && at < SIZE) {
      StringJoiner changed = new StringJoiner(" ", guest + " memory " + at + ": ", "");
      for (; at < SIZE && changedAt(at); at++) {
        byte now = bytes.get(ValueLayout.JAVA_BYTE, at);
        known.set(ValueLayout.JAVA_BYTE, at, now);
        changed.add("%02x".formatted(now));
      }
      trace.line(changed.toString());
      at = bytes.mismatch(known);
    }
  }

  private boolean changedAt(long at) {
    return bytes.get(ValueLayout.JAVA_BYTE, at) != known.get(ValueLayout.JAVA_BYTE, at);
  }
}
