package run.radicchio.component.abi;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.core.CoreExtern;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.Failures;
import run.radicchio.component.runtime.GuestThread;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Subtask;
import run.radicchio.component.runtime.Task;

/**
 * Between whom values cross (CanonicalABI, {@code LiftLowerContext}).
 *
 * @param options of the function
 * @param instance the guest's
 * @param lender counts the handles that are lifted as borrowed; null where none can be
 * @param borrower counts the handles that are lowered as borrowed; null where none can be
 * @param ends how handles are represented where that differs from instance to instance: by number,
 *     as an adapter counts them
 */
public record Context(
    Options options,
    ComponentInstance instance,
    @Nullable Subtask lender,
    @Nullable Task borrower,
    List<GuestValues.End> ends) {

  /** Of values that hold nothing borrowed. */
  public Context(Options options, ComponentInstance instance) {
    this(options, instance, null, null);
  }

  /** Where handles are represented in one way only. */
  public Context(
      Options options,
      ComponentInstance instance,
      @Nullable Subtask lender,
      @Nullable Task borrower) {
    this(options, instance, lender, borrower, List.of());
  }

  /** A call ends: what it has been lent is its lender's alone. */
  public void giveBack() {
    if (lender != null) {
      lender.deliverResolve();
    }
  }

  /** The guest's memory as it is now: ask again after anything that runs guest code. */
  public MemorySegment memory() {
    return coreMemory().segment();
  }

  /** The same as a buffer to take slices of, which is not to be changed. */
  ByteBuffer readableMemory() {
    return coreMemory().readable();
  }

  /** The same to write to: to take slices of. */
  ByteBuffer writableMemory() {
    return coreMemory().writable();
  }

  private CoreExtern.Memory coreMemory() {
    CoreExtern.Memory memory = options.memory();
    if (memory == null) {
      throw new IllegalStateException("validation lets no value need a memory that is not there");
    }
    return memory;
  }

  /**
   * Has the guest allocate memory (CanonicalABI, {@code reallocate}); traps unless what it gives is
   * aligned and in bounds.
   */
  long allocate(int alignment, long byteLength) {
    CoreExtern.Function function = options.realloc();
    if (function == null) {
      throw new IllegalStateException("validation lets no value need a realloc that is not there");
    }
    MethodHandle realloc = function.handle();
    Store store = instance.store();
    // A thread of its own, as the specification has it: realloc sees no thread-local storage.
    GuestThread previous = store.switchCurrent(instance.reallocThread());
    instance.setMayLeave(false);
    long address;
    try {
      address =
          Integer.toUnsignedLong((int) realloc.invokeExact(0, 0, alignment, (int) byteLength));
    } catch (Throwable failure) {
      throw Failures.rethrown(failure);
    } finally {
      store.switchCurrent(previous);
    }
    instance.setMayLeave(true);
    if ((address & (alignment - 1)) != 0) {
      throw new Trap(Trap.Kind.REALLOC_UNALIGNED);
    }
    if (address + byteLength > memory().byteSize()) {
      throw new Trap(Trap.Kind.REALLOC_OUT_OF_BOUNDS);
    }
    return address;
  }

  /**
   * Stores two {@code u32}s, one after the other; traps unless a guest's pointer has room for them.
   */
  public void storeInts(long address, int first, int second) {
    checkPointer(address, Integer.BYTES, 2 * Integer.BYTES, Trap.Kind.POINTER_OUT_OF_BOUNDS);
    MemorySegment memory = memory();
    memory.set(ScalarCodec.INT, address, first);
    memory.set(ScalarCodec.INT, address + Integer.BYTES, second);
  }

  /** Counts what is about to be copied out of guest memory, in bytes of the host's. */
  void copying(long bytes) {
    instance.store().quota().copying(bytes);
  }

  /** Traps unless a guest's pointer is aligned and what it points to is in bounds. */
  void checkPointer(long address, int alignment, long byteLength, Trap.Kind outOfBounds) {
    if ((address & (alignment - 1)) != 0) {
      throw new Trap(Trap.Kind.UNALIGNED_POINTER);
    }
    if (address + byteLength > memory().byteSize()) {
      throw new Trap(outOfBounds);
    }
  }
}
