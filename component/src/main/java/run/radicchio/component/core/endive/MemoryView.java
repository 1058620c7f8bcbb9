package run.radicchio.component.core.endive;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.function.IntUnaryOperator;
import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.PassiveDataSegment;
import run.radicchio.component.Trap;
import run.radicchio.component.core.memory.Reservation;

/**
 * What one instance sees of a {@link LinearMemory}: its bytes, and the instance's own data segments
 * for {@code memory.init}.
 *
 * <p>Accesses are bare addresses in a segment that covers all of memory, after one check of our own
 * against the memory's size. A segment of the memory's own bounds would be checked again, along
 * with its arena, and kernels run half as fast. What the check leaves out: a memory must not be
 * closed by one thread while another runs in it.
 */
final class MemoryView implements Memory {
  private static final MemorySegment ALL = Reservation.EVERYWHERE;
  private static final ValueLayout.OfShort SHORT = JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT = JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG = JAVA_LONG_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT = JAVA_FLOAT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE = JAVA_DOUBLE_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final VarHandle ATOMIC_INT =
      JAVA_INT.withOrder(LITTLE_ENDIAN).varHandle().withInvokeExactBehavior();
  private static final VarHandle ATOMIC_LONG =
      JAVA_LONG.withOrder(LITTLE_ENDIAN).varHandle().withInvokeExactBehavior();

  private final LinearMemory memory;
  private final long base;
  private DataSegment[] dataSegments = {};

  MemoryView(LinearMemory memory) {
    this.memory = memory;
    this.base = memory.address();
  }

  LinearMemory memory() {
    return memory;
  }

  /** Where some bytes at a guest's address are: the one check that all accesses go through. */
  private long at(int address, long bytes) {
    long from = Integer.toUnsignedLong(address);
    if (from + bytes > memory.size()) {
      throw outOfBounds(from, bytes);
    }
    return base + from;
  }

  private Trap outOfBounds(long from, long bytes) {
    return new Trap(
        Trap.Kind.MEMORY_OUT_OF_BOUNDS,
        "%s: %d bytes at 0x%x of a memory of 0x%x bytes"
            .formatted(Trap.Kind.MEMORY_OUT_OF_BOUNDS.words(), bytes, from, memory.size()));
  }

  // Size.

  @Override
  public int pages() {
    return memory.pages();
  }

  @Override
  public int grow(int pages) {
    return memory.grow(pages);
  }

  @Override
  public int initialPages() {
    return memory.pages();
  }

  @Override
  public int maximumPages() {
    return memory.maximumPages();
  }

  @Override
  public boolean shared() {
    return memory.shared();
  }

  // Data segments.

  @Override
  public void initialize(Instance instance, DataSegment[] segments) {
    initialize(instance, segments, 0);
  }

  /** Writes the active segments of a memory; they count as dropped from then on. */
  @Override
  public void initialize(Instance instance, DataSegment[] segments, int memoryIndex) {
    dataSegments = segments;
    for (int i = 0; i < segments.length; i++) {
      if (segments[i] instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        long[] offset =
            ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions());
        write((int) offset[0], active.data());
        segments[i] = PassiveDataSegment.EMPTY;
      }
    }
  }

  @Override
  public void initPassiveSegment(int segment, int destination, int offset, int size) {
    write(destination, dataSegments[segment].data(), offset, size);
  }

  @Override
  public void drop(int segment) {
    dataSegments[segment] = PassiveDataSegment.EMPTY;
  }

  /** Those of the instance, in which dropped ones are empty. */
  DataSegment[] dataSegments() {
    return dataSegments;
  }

  // Many bytes.

  @Override
  public void write(int address, byte[] data, int offset, int size) {
    long from = Integer.toUnsignedLong(offset);
    long bytes = Integer.toUnsignedLong(size);
    if (from + bytes > data.length) {
      throw outOfBounds(from, bytes);
    }
    MemorySegment.copy(data, offset, ALL, JAVA_BYTE, at(address, bytes), size);
  }

  @Override
  public byte[] readBytes(int address, int size) {
    long from = at(address, Integer.toUnsignedLong(size));
    byte[] data = new byte[size];
    MemorySegment.copy(ALL, JAVA_BYTE, from, data, 0, size);
    return data;
  }

  @Override
  public void copy(int destination, int source, int size) {
    long bytes = Integer.toUnsignedLong(size);
    MemorySegment.copy(ALL, at(source, bytes), ALL, at(destination, bytes), bytes);
  }

  /** The engine adds an offset and a size to {@code to}: the sum may have overflowed. */
  @Override
  public void fill(byte value, int from, int to) {
    long bytes = Integer.toUnsignedLong(to - from);
    ALL.asSlice(at(from, bytes), bytes).fill(value);
  }

  @Override
  public void zero() {
    // Its bytes are zero since they were reserved.
  }

  // Loads and stores.

  @Override
  public byte read(int address) {
    return ALL.get(JAVA_BYTE, at(address, Byte.BYTES));
  }

  @Override
  public void writeByte(int address, byte value) {
    ALL.set(JAVA_BYTE, at(address, Byte.BYTES), value);
  }

  @Override
  public short readShort(int address) {
    return ALL.get(SHORT, at(address, Short.BYTES));
  }

  @Override
  public void writeShort(int address, short value) {
    ALL.set(SHORT, at(address, Short.BYTES), value);
  }

  @Override
  public int readInt(int address) {
    return ALL.get(INT, at(address, Integer.BYTES));
  }

  @Override
  public void writeI32(int address, int value) {
    ALL.set(INT, at(address, Integer.BYTES), value);
  }

  @Override
  public long readLong(int address) {
    return ALL.get(LONG, at(address, Long.BYTES));
  }

  @Override
  public void writeLong(int address, long value) {
    ALL.set(LONG, at(address, Long.BYTES), value);
  }

  @Override
  public float readFloat(int address) {
    return ALL.get(FLOAT, at(address, Float.BYTES));
  }

  @Override
  public void writeF32(int address, float value) {
    ALL.set(FLOAT, at(address, Float.BYTES), value);
  }

  @Override
  public double readDouble(int address) {
    return ALL.get(DOUBLE, at(address, Double.BYTES));
  }

  @Override
  public void writeF64(int address, double value) {
    ALL.set(DOUBLE, at(address, Double.BYTES), value);
  }

  @Override
  public long readU16(int address) {
    return Short.toUnsignedLong(readShort(address));
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  // Atomics. The engine has checked that addresses are aligned.

  @Override
  public void atomicFence() {
    VarHandle.fullFence();
  }

  @Override
  public int atomicWait(int address, int expected, long timeout) {
    at(address, Integer.BYTES);
    return memory.await(address, () -> atomicReadInt(address) == expected, timeout);
  }

  @Override
  public int atomicWait(int address, long expected, long timeout) {
    at(address, Long.BYTES);
    return memory.await(address, () -> atomicReadLong(address) == expected, timeout);
  }

  @Override
  public int atomicNotify(int address, int maxThreads) {
    at(address, Integer.BYTES);
    return memory.wake(address, maxThreads);
  }

  @Override
  public int atomicReadInt(int address) {
    return (int) ATOMIC_INT.getVolatile(ALL, at(address, Integer.BYTES));
  }

  @Override
  public void atomicWriteInt(int address, int value) {
    ATOMIC_INT.setVolatile(ALL, at(address, Integer.BYTES), value);
  }

  @Override
  public int atomicAddInt(int address, int delta) {
    return (int) ATOMIC_INT.getAndAdd(ALL, at(address, Integer.BYTES), delta);
  }

  @Override
  public int atomicAndInt(int address, int mask) {
    return (int) ATOMIC_INT.getAndBitwiseAnd(ALL, at(address, Integer.BYTES), mask);
  }

  @Override
  public int atomicOrInt(int address, int mask) {
    return (int) ATOMIC_INT.getAndBitwiseOr(ALL, at(address, Integer.BYTES), mask);
  }

  @Override
  public int atomicXorInt(int address, int mask) {
    return (int) ATOMIC_INT.getAndBitwiseXor(ALL, at(address, Integer.BYTES), mask);
  }

  @Override
  public int atomicXchgInt(int address, int value) {
    return (int) ATOMIC_INT.getAndSet(ALL, at(address, Integer.BYTES), value);
  }

  @Override
  public int atomicCmpxchgInt(int address, int expected, int replacement) {
    return (int)
        ATOMIC_INT.compareAndExchange(ALL, at(address, Integer.BYTES), expected, replacement);
  }

  @Override
  public long atomicReadLong(int address) {
    return (long) ATOMIC_LONG.getVolatile(ALL, at(address, Long.BYTES));
  }

  @Override
  public void atomicWriteLong(int address, long value) {
    ATOMIC_LONG.setVolatile(ALL, at(address, Long.BYTES), value);
  }

  @Override
  public long atomicAddLong(int address, long delta) {
    return (long) ATOMIC_LONG.getAndAdd(ALL, at(address, Long.BYTES), delta);
  }

  @Override
  public long atomicAndLong(int address, long mask) {
    return (long) ATOMIC_LONG.getAndBitwiseAnd(ALL, at(address, Long.BYTES), mask);
  }

  @Override
  public long atomicOrLong(int address, long mask) {
    return (long) ATOMIC_LONG.getAndBitwiseOr(ALL, at(address, Long.BYTES), mask);
  }

  @Override
  public long atomicXorLong(int address, long mask) {
    return (long) ATOMIC_LONG.getAndBitwiseXor(ALL, at(address, Long.BYTES), mask);
  }

  @Override
  public long atomicXchgLong(int address, long value) {
    return (long) ATOMIC_LONG.getAndSet(ALL, at(address, Long.BYTES), value);
  }

  @Override
  public long atomicCmpxchgLong(int address, long expected, long replacement) {
    return (long)
        ATOMIC_LONG.compareAndExchange(ALL, at(address, Long.BYTES), expected, replacement);
  }

  @Override
  public short atomicReadShort(int address) {
    return (short) update(address, Short.BYTES, old -> old);
  }

  @Override
  public void atomicWriteShort(int address, short value) {
    update(address, Short.BYTES, old -> value);
  }

  @Override
  public short atomicAddShort(int address, short delta) {
    return (short) update(address, Short.BYTES, old -> old + delta);
  }

  @Override
  public short atomicAndShort(int address, short mask) {
    return (short) update(address, Short.BYTES, old -> old & mask);
  }

  @Override
  public short atomicOrShort(int address, short mask) {
    return (short) update(address, Short.BYTES, old -> old | mask);
  }

  @Override
  public short atomicXorShort(int address, short mask) {
    return (short) update(address, Short.BYTES, old -> old ^ mask);
  }

  @Override
  public short atomicXchgShort(int address, short value) {
    return (short) update(address, Short.BYTES, old -> value);
  }

  @Override
  public short atomicCmpxchgShort(int address, short expected, short replacement) {
    return (short) update(address, Short.BYTES, old -> (short) old == expected ? replacement : old);
  }

  @Override
  public byte atomicReadByte(int address) {
    return (byte) update(address, Byte.BYTES, old -> old);
  }

  @Override
  public void atomicWriteByte(int address, byte value) {
    update(address, Byte.BYTES, old -> value);
  }

  @Override
  public byte atomicAddByte(int address, byte delta) {
    return (byte) update(address, Byte.BYTES, old -> old + delta);
  }

  @Override
  public byte atomicAndByte(int address, byte mask) {
    return (byte) update(address, Byte.BYTES, old -> old & mask);
  }

  @Override
  public byte atomicOrByte(int address, byte mask) {
    return (byte) update(address, Byte.BYTES, old -> old | mask);
  }

  @Override
  public byte atomicXorByte(int address, byte mask) {
    return (byte) update(address, Byte.BYTES, old -> old ^ mask);
  }

  @Override
  public byte atomicXchgByte(int address, byte value) {
    return (byte) update(address, Byte.BYTES, old -> value);
  }

  @Override
  public byte atomicCmpxchgByte(int address, byte expected, byte replacement) {
    return (byte) update(address, Byte.BYTES, old -> (byte) old == expected ? replacement : old);
  }

  /** Replaces one or two bytes within the aligned word that holds them; returns what they were. */
  private int update(int address, int bytes, IntUnaryOperator update) {
    long at = at(address, bytes);
    long word = at & -Integer.BYTES;
    int shift = (int) (at - word) * Byte.SIZE;
    int mask = ((1 << (bytes * Byte.SIZE)) - 1) << shift;
    int seen = (int) ATOMIC_INT.getVolatile(ALL, word);
    while (true) {
      int old = (seen & mask) >>> shift;
      int next = (seen & ~mask) | ((update.applyAsInt(old) << shift) & mask);
      int found = (int) ATOMIC_INT.compareAndExchange(ALL, word, seen, next);
      if (found == seen) {
        return old;
      }
      seen = found;
    }
  }

  // What the methods above replace, and only their defaults call.

  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    return memory;
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    return atomicWait(address, expected, timeout);
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    return atomicWait(address, expected, timeout);
  }

  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int maxThreads) {
    return atomicNotify(address, maxThreads);
  }
}
