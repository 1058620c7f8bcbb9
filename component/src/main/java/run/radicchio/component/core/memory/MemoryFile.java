package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * A file of Linux that is nowhere but in memory ({@code memfd_create}). What is mapped of it stays
 * once it is closed.
 */
final class MemoryFile implements AutoCloseable {
  private static final int MFD_CLOEXEC = 1;

  private static final MethodHandle MEMFD_CREATE =
      PosixAddressSpace.function(
          "memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle PWRITE =
      PosixAddressSpace.function(
          "pwrite", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE =
      PosixAddressSpace.function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private final int number;

  private MemoryFile(int number) {
    this.number = number;
  }

  /** An empty one; null where the system has none to give. */
  static @Nullable MemoryFile create() {
    try (Arena arena = Arena.ofConfined()) {
      int number = (int) MEMFD_CREATE.invokeExact(arena.allocateFrom("radicchio"), MFD_CLOEXEC);
      return number < 0 ? null : new MemoryFile(number);
    } catch (Throwable e) {
      throw new AssertionError("memfd_create cannot be called", e);
    }
  }

  /** Writes all of some bytes; false where the system lacks the memory. */
  boolean write(MemorySegment bytes, long offset) {
    long written = 0;
    while (written < bytes.byteSize()) {
      MemorySegment rest = bytes.asSlice(written);
      try {
        long more = (long) PWRITE.invokeExact(number, rest, rest.byteSize(), offset + written);
        if (more <= 0) {
          return false;
        }
        written += more;
      } catch (Throwable e) {
        throw new AssertionError("pwrite cannot be called", e);
      }
    }
    return true;
  }

  /** Makes pages those of the file from an offset on, copied when they are written. */
  boolean mapTo(MemorySegment pages, long offset) {
    return PosixAddressSpace.mapFile(pages.address(), pages.byteSize(), number, offset);
  }

  /**
   * Its first bytes, to read as many of them as there are.
   *
   * @return null if there is no address space for them
   */
  @SuppressWarnings("restricted") // they are what was mapped
  @Nullable MemorySegment view(long bytes, Arena arena) {
    // The system refuses to map nothing.
    long size = Math.max(bytes, 1);
    long address = PosixAddressSpace.viewFile(size, number);
    return address == 0
        ? null
        : MemorySegment.ofAddress(address)
            .reinterpret(size, arena, view -> PosixAddressSpace.unmap(view.address(), size))
            .asReadOnly();
  }

  @Override
  public void close() {
    try {
      var _ = (int) CLOSE.invokeExact(number);
    } catch (Throwable e) {
      throw new AssertionError("close cannot be called", e);
    }
  }
}
