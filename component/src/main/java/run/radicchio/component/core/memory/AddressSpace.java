package run.radicchio.component.core.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The operating system's calls that hand out address space. */
sealed interface AddressSpace permits PosixAddressSpace, WindowsAddressSpace {

  /** Reserves zeroed address space; returns its address, or 0 where there is not that much. */
  long reserve(long bytes);

  /** Makes the first bytes of a reservation usable; false where the system lacks the memory. */
  boolean commit(long address, long bytes);

  /** Gives a reservation back. */
  void release(long address, long bytes);

  /**
   * Keeps what some bytes are; null where the system cannot, and then all is as before.
   *
   * @param whole a reservation
   * @param bytes how many of its first, in whole pages of WebAssembly
   * @param arena where what that takes of the system lives
   * @throws OutOfMemoryError if the system lacks what it takes; the bytes may be lost then
   */
  @Nullable PageImage keep(MemorySegment whole, long bytes, Arena arena);

  /** That of the system we run on. */
  static AddressSpace ofThisSystem() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
        ? new WindowsAddressSpace()
        : new PosixAddressSpace();
  }
}
