package run.radicchio.webgpu.dawn.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory for what one call into the library reads: descriptors, arrays and texts. It is taken from
 * blocks that are used again and again; what does not fit gets memory of its own until the end.
 *
 * {@snippet :
 * try (Scratch scratch = Scratch.open()) {
 *   long descriptor = scratch.allocate(WGPUBufferDescriptor.SIZE);
 *   WGPUBufferDescriptor.initialize(descriptor);
 *   WGPUBufferDescriptor.size(descriptor, 16);
 *   return WGPUDevice.createBuffer(device, descriptor);
 * }
 * }
 */
public final class Scratch implements AutoCloseable {
  private static final long BLOCK_SIZE = 16 * 1024;

  /** Enough for every type in the C API. */
  private static final long ALIGNMENT = 8;

  /** Idle blocks. A thread looks first where its number points, so that threads rarely meet. */
  private static final AtomicReferenceArray<@Nullable Scratch> IDLE =
      new AtomicReferenceArray<>(64);

  private final MemorySegment block = Arena.ofAuto().allocate(BLOCK_SIZE, ALIGNMENT);
  private long used;
  private @Nullable Arena overflow;

  private Scratch() {}

  /** Takes a block; {@link #close} gives it back. */
  public static Scratch open() {
    for (int i = 0; i < IDLE.length(); i++) {
      if (IDLE.getAcquire(slot(i)) != null) {
        Scratch idle = IDLE.getAndSet(slot(i), null);
        if (idle != null) {
          return idle;
        }
      }
    }
    return new Scratch();
  }

  /** The address of this many bytes, aligned for every type and not cleared. */
  public long allocate(long size) {
    long aligned = (size + ALIGNMENT - 1) & -ALIGNMENT;
    if (aligned > BLOCK_SIZE - used) {
      if (overflow == null) {
        overflow = Arena.ofConfined();
      }
      return overflow.allocate(aligned, ALIGNMENT).address();
    }
    long address = block.address() + used;
    used += aligned;
    return address;
  }

  /** The address of a copy of these bytes. */
  public long copy(byte[] bytes) {
    long address = allocate(bytes.length);
    MemorySegment target = Memory.at(address, bytes.length);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, target, 0, bytes.length);
    return address;
  }

  @Override
  public void close() {
    used = 0;
    if (overflow != null) {
      overflow.close();
      overflow = null;
    }
    for (int i = 0; i < IDLE.length(); i++) {
      if (IDLE.getAcquire(slot(i)) == null && IDLE.compareAndSet(slot(i), null, this)) {
        return;
      }
    }
    // Every place is taken: the garbage collector frees this block.
  }

  private static int slot(int attempt) {
    return (int) ((Thread.currentThread().threadId() + attempt) % IDLE.length());
  }
}
