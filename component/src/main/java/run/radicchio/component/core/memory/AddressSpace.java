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

  /** That of the system we run on. */
  static AddressSpace ofThisSystem() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
        ? new WindowsAddressSpace()
        : new PosixAddressSpace();
  }
}
