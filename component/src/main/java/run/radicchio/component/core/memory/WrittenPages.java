package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of private mappings are no longer what was mapped: Linux tells a process about its
 * own pages in {@code /proc/self/pagemap}, a word for each. Some that were only read may be among
 * them.
 *
 * <p>Safe for use by several threads.
 */
final class WrittenPages {
  /** Bytes of a page. */
  static final long PAGE = pageSize();

  private static final int O_CLOEXEC = 0x80000;

  /** There is a page in memory, or in the swap space. */
  private static final long PRESENT_OR_SWAPPED = 3L << 62;

  /** That page is a file's. */
  private static final long OF_FILE = 1L << 61;

  private static final MethodHandle PREAD =
      PosixAddressSpace.function(
          "pread", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));

  /** What this system tells; null where it does not, or not as it should. */
  static final @Nullable WrittenPages OF_THIS_PROCESS = open();

  private final int file;

  private WrittenPages(int file) {
    this.file = file;
  }

  private static long pageSize() {
    try {
      return (int)
          PosixAddressSpace.function("getpagesize", FunctionDescriptor.of(JAVA_INT)).invokeExact();
    } catch (Throwable e) {
      throw new AssertionError("getpagesize cannot be called", e);
    }
  }

  private static @Nullable WrittenPages open() {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle open =
          PosixAddressSpace.function(
              "open",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
              Linker.Option.firstVariadicArg(2));
      int file = (int) open.invokeExact(arena.allocateFrom("/proc/self/pagemap"), O_CLOEXEC);
      WrittenPages pages = new WrittenPages(file);
      return file >= 0 && pages.tellTheTruth() ? pages : null;
    } catch (Throwable e) {
      throw new AssertionError("open cannot be called", e);
    }
  }

  /** Emulations of Linux may say what is not so: what is known must be found. */
  private boolean tellTheTruth() {
    try (Reservation reservation = Reservation.reserve(3 * PAGE, 3 * PAGE);
        MemoryFile original = MemoryFile.create()) {
      MemorySegment pages = reservation.segment(3 * PAGE);
      MemorySegment ofFile = pages.asSlice(PAGE);
      if (original == null || !original.write(ofFile, 0) || !original.mapTo(ofFile, 0)) {
        return false;
      }
      BitSet expected = new BitSet();
      boolean isTrue = expected.equals(among(pages));
      for (int page : new int[] {2, 0}) {
        pages.set(JAVA_BYTE, page * PAGE, pages.get(JAVA_BYTE, page * PAGE + 1));
        expected.set(page);
        isTrue &= pages.get(JAVA_BYTE, PAGE) == 0 && expected.equals(among(pages));
      }
      return isTrue;
    }
  }

  /**
   * Looks which they are.
   *
   * @param pages whole ones, all of private mappings, that no one writes meanwhile
   * @return their numbers from the first on; null if the system did not tell
   */
  @Nullable BitSet among(MemorySegment pages) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment words = arena.allocate(JAVA_LONG, pages.byteSize() / PAGE);
      long from = pages.address() / PAGE * JAVA_LONG.byteSize();
      return read(words, from) ? written(words) : null;
    }
  }

  private boolean read(MemorySegment words, long from) {
    try {
      return (long) PREAD.invokeExact(file, words, words.byteSize(), from) == words.byteSize();
    } catch (Throwable e) {
      throw new AssertionError("pread cannot be called", e);
    }
  }

  private static BitSet written(MemorySegment words) {
    int count = (int) (words.byteSize() / JAVA_LONG.byteSize());
    BitSet written = new BitSet(count);
    for (int page = 0; page < count; page++) {
      long word = words.getAtIndex(JAVA_LONG, page);
      if ((word & PRESENT_OR_SWAPPED) != 0 && (word & OF_FILE) == 0) {
        written.set(page);
      }
    }
    return written;
  }
}
