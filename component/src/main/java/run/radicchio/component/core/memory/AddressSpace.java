package run.radicchio.component.core.memory;

import java.util.Locale;

/** The operating system's calls that hand out address space. */
sealed interface AddressSpace permits PosixAddressSpace, WindowsAddressSpace {

  /** Reserves zeroed address space; returns its address, or 0 where there is not that much. */
  long reserve(long bytes);

  /** Makes the first bytes of a reservation usable; false where the system lacks the memory. */
  boolean commit(long address, long bytes);

  /** Gives a reservation back. */
  void release(long address, long bytes);

  /**
   * Keeps what some bytes are, for {@link #restore}; false where the system cannot, and then all is
   * as before.
   *
   * @param bytes how many of a reservation's first, in whole pages
   * @throws OutOfMemoryError if the system lacks what it takes; the bytes may be lost then
   */
  boolean keep(long address, long bytes);

  /** Makes the bytes of a reservation what was last kept, and those after them zero. */
  void restore(long address, long bytes);

  /** That of the system we run on. */
  static AddressSpace ofThisSystem() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
        ? new WindowsAddressSpace()
        : new PosixAddressSpace();
  }
}
