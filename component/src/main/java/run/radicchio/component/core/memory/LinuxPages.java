package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What pages were once: in a file that is nowhere but in memory ({@code memfd_create}), which they
 * are mapped to until they are written. To have them so again, the system forgets what was written
 * ({@code madvise}): that takes as long as there are such pages.
 */
final class LinuxPages {
  private static final int MFD_CLOEXEC = 1;
  private static final int MADV_DONTNEED = 4;

  /** At least a page of any system, and a divisor of every memory's size. */
  private static final long CHUNK = 1 << 16;

  private static final MemorySegment ZEROS = Arena.global().allocate(CHUNK);

  private static final MethodHandle MEMFD_CREATE =
      PosixAddressSpace.function(
          "memfd_create", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle PWRITE =
      PosixAddressSpace.function(
          "pwrite", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE =
      PosixAddressSpace.function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle MADVISE =
      PosixAddressSpace.function(
          "madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

  private LinuxPages() {}

  /** See {@link AddressSpace#keep}. */
  @SuppressWarnings("restricted") // whoever asks has reserved the pages
  static boolean keep(long address, long bytes) {
    int file = create();
    if (file < 0) {
      return false;
    }
    try {
      MemorySegment pages = MemorySegment.ofAddress(address).reinterpret(bytes);
      // All is in the file before the first page is mapped: what is not mapped is not changed.
      return write(file, pages) && map(file, pages);
    } finally {
      close(file);
    }
  }

  /** See {@link AddressSpace#restore}. */
  static void restore(long address, long bytes) {
    int result;
    try {
      result = (int) MADVISE.invokeExact(MemorySegment.ofAddress(address), bytes, MADV_DONTNEED);
    } catch (Throwable e) {
      throw new AssertionError("madvise cannot be called", e);
    }
    if (result != 0) {
      throw new AssertionError("madvise failed for " + bytes + " bytes at " + address);
    }
  }

  /** Does something with chunks that lie together and are all zero, or all are not. */
  private interface Run {
    /**
     * Returns whether it could.
     *
     * @param offset where the chunks are in the file, if they are not zero
     */
    boolean take(MemorySegment chunks, boolean zero, long offset);
  }

  private static boolean write(int file, MemorySegment pages) {
    return eachRun(pages, (chunks, zero, offset) -> zero || write(file, chunks, offset));
  }

  private static boolean map(int file, MemorySegment pages) {
    boolean mapped =
        eachRun(
            pages,
            (chunks, zero, offset) ->
                zero
                    ? PosixAddressSpace.mapZero(chunks.address(), chunks.byteSize())
                    : PosixAddressSpace.mapFile(chunks.address(), chunks.byteSize(), file, offset));
    if (!mapped) {
      throw new OutOfMemoryError("no address space for the pages of a linear memory");
    }
    return true;
  }

  private static boolean eachRun(MemorySegment pages, Run run) {
    long offset = 0;
    for (long from = 0, to; from < pages.byteSize(); from = to) {
      boolean zero = isZero(pages, from);
      to = from + CHUNK;
      while (to < pages.byteSize() && isZero(pages, to) == zero) {
        to += CHUNK;
      }
      if (!run.take(pages.asSlice(from, to - from), zero, offset)) {
        return false;
      }
      offset += zero ? 0 : to - from;
    }
    return true;
  }

  private static boolean isZero(MemorySegment pages, long chunk) {
    return MemorySegment.mismatch(pages, chunk, chunk + CHUNK, ZEROS, 0, CHUNK) < 0;
  }

  private static boolean write(int file, MemorySegment bytes, long offset) {
    long written = 0;
    while (written < bytes.byteSize()) {
      MemorySegment rest = bytes.asSlice(written);
      try {
        long more = (long) PWRITE.invokeExact(file, rest, rest.byteSize(), offset + written);
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

  private static int create() {
    try (Arena arena = Arena.ofConfined()) {
      return (int) MEMFD_CREATE.invokeExact(arena.allocateFrom("radicchio"), MFD_CLOEXEC);
    } catch (Throwable e) {
      throw new AssertionError("memfd_create cannot be called", e);
    }
  }

  private static void close(int file) {
    try {
      var _ = (int) CLOSE.invokeExact(file);
    } catch (Throwable e) {
      throw new AssertionError("close cannot be called", e);
    }
  }
}
