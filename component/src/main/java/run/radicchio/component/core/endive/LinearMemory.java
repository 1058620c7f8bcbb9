package run.radicchio.component.core.endive;

import static run.endive.runtime.Memory.PAGE_SIZE;
import static run.endive.runtime.Memory.RUNTIME_MAX_PAGES;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.types.MemoryLimits;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.core.CoreLimits;
import run.radicchio.component.core.memory.Reservation;
import run.radicchio.component.type.CoreType;

/**
 * A linear memory, shared by the instances that define or import it; each accesses it through a
 * {@link MemoryView} of its own.
 */
final class LinearMemory implements CoreExtern.Memory, AutoCloseable {
  private final Reservation reservation;
  private final long maximum;
  private final boolean shared;
  private final CoreLimits limits;
  private final Map<Integer, Deque<Waiter>> waiters = new HashMap<>();

  /** In bytes. A view checks every address against it, so that 0 closes the memory. */
  private long size;

  private boolean closed;

  /** What it was when it was last kept, in bytes. */
  private long keptSize;

  /** What was last given out: of any size. */
  private @Nullable MemorySegment segment;

  private @Nullable ByteBuffer readable;

  private @Nullable ByteBuffer writable;

  /** A thread in {@code memory.atomic.wait}. */
  private static final class Waiter {
    private boolean woken;
  }

  LinearMemory(MemoryLimits type, CoreLimits limits) {
    this.maximum = type.maximumPages();
    this.shared = type.shared();
    this.limits = limits;
    this.size = (long) type.initialPages() * PAGE_SIZE;
    if (type.initialPages() > RUNTIME_MAX_PAGES) {
      throw new OutOfMemoryError(
          "a linear memory of " + type.initialPages() + " pages, and this engine addresses 2 GiB");
    }
    if (!limits.takeMemory(size)) {
      throw new Trap(
          Trap.Kind.LIMIT_EXCEEDED,
          "%s: no room for a linear memory of %,d bytes"
              .formatted(Trap.Kind.LIMIT_EXCEEDED.words(), size));
    }
    long pages = Math.min(maximum, RUNTIME_MAX_PAGES);
    this.reservation = Reservation.reserve(size, pages * PAGE_SIZE);
  }

  @Override
  public CoreType.Memory type() {
    return new CoreType.Memory(CoreTypes.memoryLimits(pages(), maximum), shared);
  }

  @Override
  public MemorySegment segment() {
    MemorySegment now = segment;
    if (now == null || now.byteSize() != size) {
      now = reservation.segment(size);
      segment = now;
    }
    return now;
  }

  @Override
  public ByteBuffer readable() {
    ByteBuffer now = readable;
    if (now == null || now.capacity() != size) {
      now = writable().asReadOnlyBuffer();
      readable = now;
    }
    return now;
  }

  @Override
  public ByteBuffer writable() {
    ByteBuffer now = writable;
    if (now == null || now.capacity() != size) {
      now = segment().asByteBuffer();
      writable = now;
    }
    return now;
  }

  long address() {
    return reservation.address();
  }

  /** In bytes. */
  long size() {
    return size;
  }

  int pages() {
    return (int) (size / PAGE_SIZE);
  }

  int maximumPages() {
    return (int) Math.min(maximum, RUNTIME_MAX_PAGES);
  }

  boolean shared() {
    return shared;
  }

  /** Grows it by some pages; returns how many it had, or -1 where it cannot grow. */
  synchronized int grow(int pages) {
    long before = size;
    long after = before + Integer.toUnsignedLong(pages) * PAGE_SIZE;
    if (closed
        || after > reservation.capacity()
        || after > maximum * PAGE_SIZE
        || !limits.takeMemory(after - before)
        || !reservation.commit(after)) {
      return -1;
    }
    size = after;
    return (int) (before / PAGE_SIZE);
  }

  /** Keeps what it is, for {@link #restore}; false where the system cannot. */
  synchronized boolean keep() {
    keptSize = size;
    return reservation.keep(size);
  }

  /** Makes it what it was when it was last kept. */
  synchronized void restore() {
    limits.giveMemory(size - keptSize);
    reservation.restore(size);
    size = keptSize;
  }

  /**
   * Waits at an address.
   *
   * @param unchanged whether the memory there still is what the guest expects
   * @param timeout in nanoseconds; negative for none
   * @return 0 when woken, 1 when the memory is not as expected, 2 after the timeout
   */
  synchronized int await(int address, BooleanSupplier unchanged, long timeout) {
    if (!shared) {
      throw new Trap(Trap.Kind.OTHER_CORE, "expected shared memory");
    }
    if (!unchanged.getAsBoolean()) {
      return 1;
    }
    Waiter waiter = new Waiter();
    waiters.computeIfAbsent(address, at -> new ArrayDeque<>()).add(waiter);
    long start = System.nanoTime();
    try {
      while (!waiter.woken) {
        long left = timeout < 0 ? Long.MAX_VALUE : timeout - (System.nanoTime() - start);
        if (left <= 0) {
          return 2;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trap(Trap.Kind.INTERRUPTED, Trap.Kind.INTERRUPTED.words(), e);
    } finally {
      forget(address, waiter);
    }
  }

  private void forget(int address, Waiter waiter) {
    Deque<Waiter> there = waiters.get(address);
    if (there != null && there.remove(waiter) && there.isEmpty()) {
      waiters.remove(address);
    }
  }

  /** Wakes threads that wait at an address, in their order; returns how many. */
  synchronized int wake(int address, int most) {
    int woken = 0;
    @Nullable Deque<Waiter> there = waiters.get(address);
    while (there != null && !there.isEmpty() && Integer.compareUnsigned(woken, most) < 0) {
      there.remove().woken = true;
      woken++;
    }
    notifyAll();
    return woken;
  }

  @Override
  public synchronized void close() {
    closed = true;
    size = 0;
    reservation.close();
  }
}
