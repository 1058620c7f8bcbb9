package run.radicchio.webgpu.dawn.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One call into the library, from before it takes an object's address until the library has
 * returned: what it uses is not released meanwhile, whoever closes it.
 *
 * <p>It also gives memory for what the library reads: descriptors, arrays and texts. It is taken
 * from blocks that are used again and again; what does not fit gets memory of its own until the
 * end.
 *
 * {@snippet :
 * try (Call call = Call.begin()) {
 *   long descriptor = call.allocate(WGPUBufferDescriptor.SIZE);
 *   WGPUBufferDescriptor.initialize(descriptor);
 *   WGPUBufferDescriptor.size(descriptor, 16);
 *   return WGPUDevice.createBuffer(device.address(call), descriptor);
 * }
 * }
 */
public final class Call implements AutoCloseable {
  private static final long BLOCK_SIZE = 16 * 1024;

  /** Enough for every type in the C API. */
  private static final long ALIGNMENT = 8;

  /** Idle blocks. A thread looks first where its number points, so that threads rarely meet. */
  private static final AtomicReferenceArray<@Nullable Call> IDLE = new AtomicReferenceArray<>(64);

  /** Every block that there is. The array is replaced, never written to. */
  private static volatile Call[] all = {};

  /** Releases put off, which it numbers. */
  private static final AtomicLong LAST = new AtomicLong(1);

  private static final Queue<Release> RELEASES = new ConcurrentLinkedQueue<>();

  private record Release(long number, Runnable release) {}

  private final MemorySegment block = Arena.ofAuto().allocate(BLOCK_SIZE, ALIGNMENT);
  private long used;
  private @Nullable Arena overflow;

  /** The number of the last release that had been put off when the call began; 0 when idle. */
  private volatile long began;

  private Call() {}

  /** Begins a call; {@link #close} ends it. */
  public static Call begin() {
    Call call = takeFrom(slot(0));
    if (call == null) {
      call = takeOrMake();
    }
    // Before any address is taken: whoever closes an object after that sees the call.
    call.began = LAST.get();
    return call;
  }

  private static @Nullable Call takeFrom(int slot) {
    return IDLE.getAcquire(slot) == null ? null : IDLE.getAndSet(slot, null);
  }

  /** Where a thread looks next: not often, so that where it looks first is little code. */
  private static Call takeOrMake() {
    for (int i = 1; i < IDLE.length(); i++) {
      Call idle = takeFrom(slot(i));
      if (idle != null) {
        return idle;
      }
    }
    Call made = new Call();
    synchronized (Call.class) {
      Call[] more = Arrays.copyOf(all, all.length + 1);
      more[all.length] = made;
      all = more;
    }
    return made;
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
    long mine = began;
    began = 0;
    Release first = RELEASES.peek();
    if (first != null && mine < first.number()) {
      releaseUnused();
    }
    if (!putTo(slot(0))) {
      putElsewhere();
    }
  }

  private boolean putTo(int slot) {
    return IDLE.getAcquire(slot) == null && IDLE.compareAndSet(slot, null, this);
  }

  private void putElsewhere() {
    for (int i = 1; i < IDLE.length(); i++) {
      if (putTo(slot(i))) {
        return;
      }
    }
    // Every place is taken: the garbage collector frees this block.
    synchronized (Call.class) {
      all = Arrays.stream(all).filter(call -> call != this).toArray(Call[]::new);
    }
  }

  /**
   * Runs something once no call can be using what it releases.
   *
   * @param release is short, for another program's call may end with it; what it releases cannot be
   *     found by calls that begin from now on
   */
  public static void whenUnused(Runnable release) {
    RELEASES.add(new Release(LAST.incrementAndGet(), release));
    releaseUnused();
  }

  /** Whether no call is under way: then what no call can find any more is used by none. */
  public static boolean noneUnderWay() {
    return oldest() == Long.MAX_VALUE;
  }

  private static void releaseUnused() {
    for (Release first = RELEASES.peek(); first != null; first = RELEASES.peek()) {
      if (first.number() > oldest()) {
        return;
      }
      if (RELEASES.remove(first)) {
        first.release().run();
      }
    }
  }

  /** When the oldest call began that is under way. */
  private static long oldest() {
    long oldest = Long.MAX_VALUE;
    for (Call call : all) {
      long began = call.began;
      if (began != 0 && began < oldest) {
        oldest = began;
      }
    }
    return oldest;
  }

  private static int slot(int attempt) {
    return (int) ((Thread.currentThread().threadId() + attempt) % IDLE.length());
  }
}
