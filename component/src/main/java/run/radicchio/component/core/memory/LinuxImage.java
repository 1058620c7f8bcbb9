package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first pages of a reservation were once. Few bytes are copied, and copied back. Many lie
 * in a file that is nowhere but in memory ({@code memfd_create}), which the pages are mapped to
 * until they are written: to have them so again, the system forgets what was written ({@code
 * madvise}), which costs a page fault for each page that is written next. So it does for those that
 * were zero.
 */
final class LinuxImage implements PageImage {
  private static final int MFD_CLOEXEC = 1;
  private static final int MADV_DONTNEED = 4;

  /** At least a page of any system, and a divisor of every memory's size. */
  private static final long CHUNK = 1 << 16;

  /** How many bytes are rather written than mapped anew: that takes some microseconds. */
  private static final long FEW = 1 << 18;

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

  private final MemorySegment pages;
  private final List<Run> runs;

  /**
   * Chunks that lie together and are all zero, or all are not.
   *
   * @param copy what they are, where that is written back
   */
  private record Run(MemorySegment chunks, boolean isZero, @Nullable MemorySegment copy) {}

  private LinuxImage(MemorySegment pages, List<Run> runs) {
    this.pages = pages;
    this.runs = runs;
  }

  /** See {@link AddressSpace#keep}. */
  @SuppressWarnings("restricted") // whoever asks has reserved the pages
  static @Nullable LinuxImage of(long address, long bytes) {
    MemorySegment pages = MemorySegment.ofAddress(address).reinterpret(bytes);
    List<Run> runs = runs(pages);
    long notZero =
        runs.stream().filter(run -> !run.isZero()).mapToLong(run -> run.chunks().byteSize()).sum();
    if (notZero <= FEW) {
      runs.replaceAll(LinuxImage::copied);
    } else if (!map(runs)) {
      return null;
    }
    for (Run run : runs) {
      if (run.isZero()) {
        check(PosixAddressSpace.mapZero(run.chunks().address(), run.chunks().byteSize()));
      }
    }
    return new LinuxImage(pages, runs);
  }

  private static Run copied(Run run) {
    return run.isZero()
        ? run
        : new Run(run.chunks(), false, MemorySegment.ofArray(run.chunks().toArray(JAVA_BYTE)));
  }

  private static void check(boolean isMapped) {
    if (!isMapped) {
      throw new OutOfMemoryError("no address space for the pages of a linear memory");
    }
  }

  @Override
  @SuppressWarnings("restricted") // so many have been committed
  public void restore(long used) {
    for (Run run : runs) {
      MemorySegment copy = run.copy();
      if (copy == null) {
        forget(run.chunks());
      } else {
        run.chunks().copyFrom(copy);
      }
    }
    MemorySegment grown = pages.reinterpret(used).asSlice(pages.byteSize());
    if (grown.byteSize() <= FEW) {
      grown.fill((byte) 0);
    } else {
      forget(grown);
    }
  }

  private static void forget(MemorySegment pages) {
    int result;
    try {
      result = (int) MADVISE.invokeExact(pages, pages.byteSize(), MADV_DONTNEED);
    } catch (Throwable e) {
      throw new AssertionError("madvise cannot be called", e);
    }
    if (result != 0) {
      throw new AssertionError("madvise failed for " + pages);
    }
  }

  private static List<Run> runs(MemorySegment pages) {
    List<Run> runs = new ArrayList<>();
    for (long from = 0, to; from < pages.byteSize(); from = to) {
      boolean zero = isZero(pages, from);
      to = from + CHUNK;
      while (to < pages.byteSize() && isZero(pages, to) == zero) {
        to += CHUNK;
      }
      runs.add(new Run(pages.asSlice(from, to - from), zero, null));
    }
    return runs;
  }

  private static boolean isZero(MemorySegment pages, long chunk) {
    return MemorySegment.mismatch(pages, chunk, chunk + CHUNK, ZEROS, 0, CHUNK) < 0;
  }

  /** Maps what is not zero to a file; false where the system cannot. */
  private static boolean map(List<Run> runs) {
    int file = create();
    if (file < 0) {
      return false;
    }
    try {
      // All is in the file before the first page is mapped: what is not mapped is not changed.
      if (!write(file, runs)) {
        return false;
      }
      long offset = 0;
      for (Run run : runs) {
        if (!run.isZero()) {
          MemorySegment chunks = run.chunks();
          check(PosixAddressSpace.mapFile(chunks.address(), chunks.byteSize(), file, offset));
          offset += chunks.byteSize();
        }
      }
      return true;
    } finally {
      close(file);
    }
  }

  private static boolean write(int file, List<Run> runs) {
    long offset = 0;
    for (Run run : runs) {
      if (!run.isZero()) {
        if (!write(file, run.chunks(), offset)) {
          return false;
        }
        offset += run.chunks().byteSize();
      }
    }
    return true;
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
