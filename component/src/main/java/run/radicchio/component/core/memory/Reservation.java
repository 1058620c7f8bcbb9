package run.radicchio.component.core.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Address space of one linear memory. Its bytes are zero until they are written.
 *
 * <p>Not safe for use by several threads, but for {@link #close}.
 */
public final class Reservation implements AutoCloseable {
  /**
   * All addresses. An access is one machine instruction, and one that was not checked against a
   * reservation may end the JVM.
   */
  @SuppressWarnings("restricted") // whoever uses it does the checking
  public static final MemorySegment EVERYWHERE = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private static final AddressSpace SYSTEM = AddressSpace.ofThisSystem();

  private final Arena arena = Arena.ofShared();
  private final MemorySegment whole;
  private @Nullable PageImage image;

  @SuppressWarnings("restricted") // the segment is what was reserved
  private Reservation(long address, long capacity) {
    this.whole =
        MemorySegment.ofAddress(address)
            .reinterpret(capacity, arena, segment -> SYSTEM.release(segment.address(), capacity));
  }

  /**
   * Reserves as much as there is of what is wanted.
   *
   * @param needed what it must hold at least, in bytes; usable at once
   * @param wanted what it may grow to, in bytes
   * @throws OutOfMemoryError if there is less than what is needed
   */
  public static Reservation reserve(long needed, long wanted) {
    for (long capacity = wanted; ; capacity = Math.max(needed, capacity / 2)) {
      // The system refuses to reserve nothing, and an empty memory has an address too.
      long bytes = Math.max(capacity, 1);
      long address = SYSTEM.reserve(bytes);
      if (address != 0) {
        Reservation reservation = new Reservation(address, bytes);
        if (reservation.commit(needed)) {
          return reservation;
        }
        reservation.close();
      }
      if (capacity == needed) {
        throw new OutOfMemoryError("no address space for a linear memory of " + needed + " bytes");
      }
    }
  }

  /** How much it can hold, in bytes. */
  public long capacity() {
    return whole.byteSize();
  }

  /** Where it begins. */
  public long address() {
    return whole.address();
  }

  /**
   * Its first bytes. After {@link #close} every access to them throws an {@link
   * IllegalStateException}.
   *
   * @param bytes how many, not more than were committed
   */
  public MemorySegment segment(long bytes) {
    return whole.asSlice(0, bytes);
  }

  /**
   * Makes its first bytes usable.
   *
   * @param bytes how many, not more than {@link #capacity}
   * @return false if the system lacks the memory
   */
  public boolean commit(long bytes) {
    return SYSTEM.commit(whole.address(), bytes);
  }

  /**
   * Keeps what its first bytes are, for {@link #restore}.
   *
   * @param bytes how many, in whole pages of WebAssembly, not more than were committed
   * @return false if the system cannot
   * @throws OutOfMemoryError if the system lacks what it takes; what the bytes are is not known
   *     then
   */
  public boolean keep(long bytes) {
    image = SYSTEM.keep(whole, bytes, arena);
    return image != null;
  }

  /**
   * Makes its bytes what was last {@linkplain #keep kept}, and those after them zero.
   *
   * @param used how many may have been written, at least those that were kept
   * @throws IllegalStateException if nothing was kept
   */
  public void restore(long used) {
    if (image == null) {
      throw new IllegalStateException("nothing was kept");
    }
    image.restore(used);
  }

  /** Gives the address space back. Harmless when done before. */
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
