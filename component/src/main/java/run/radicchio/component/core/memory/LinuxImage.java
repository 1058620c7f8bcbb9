package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the first bytes of a reservation were once. Those that were not zero are in a file in
 * memory, which their pages are mapped to until they are written. To have all as it was, the pages
 * that were written are written again. Where those are many, or the system does not tell which they
 * are, it forgets what was written ({@code madvise}), which costs a page fault for each page that
 * is written next.
 */
final class LinuxImage implements PageImage {
  private static final int MADV_DONTNEED = 4;

  /** In bytes: at least a page of any system, and a divisor of every memory's size. */
  private static final long CHUNK = 1 << 16;

  /** How many bytes the system is asked about at once. */
  private static final long WINDOW = 1 << 21;

  /** How many bytes are rather written than forgotten. */
  private static final long MOST_WRITTEN = 1 << 21;

  private static final MemorySegment ZEROS = Arena.global().allocate(CHUNK);

  private static final MethodHandle MADVISE =
      PosixAddressSpace.function(
          "madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));

  private final MemorySegment whole;
  private final MemorySegment original;
  private final List<Run> runs;
  private final @Nullable WrittenPages writtenPages;

  /** Bytes that are all zero, or of which no chunk is. */
  private record Run(long from, long to, boolean isZero) {
    long size() {
      return to - from;
    }
  }

  private LinuxImage(
      MemorySegment whole,
      MemorySegment original,
      List<Run> runs,
      @Nullable WrittenPages writtenPages) {
    this.whole = whole;
    this.original = original;
    this.runs = runs;
    this.writtenPages = writtenPages;
  }

  /**
   * See {@link AddressSpace#keep}.
   *
   * @param writtenPages null where the system does not tell
   */
  static @Nullable LinuxImage of(
      MemorySegment whole, long bytes, Arena arena, @Nullable WrittenPages writtenPages) {
    List<Run> runs = runs(whole, bytes);
    try (MemoryFile file = MemoryFile.create()) {
      // All is in the file before the first page is mapped: what is not mapped is not changed.
      MemorySegment original =
          file != null && write(file, whole, runs) ? file.view(bytes, arena) : null;
      if (file == null || original == null) {
        return null;
      }
      runs.forEach(run -> map(file, whole, run));
      return new LinuxImage(whole, original, runs, writtenPages);
    }
  }

  private static List<Run> runs(MemorySegment whole, long bytes) {
    List<Run> runs = new ArrayList<>();
    for (long from = 0, to; from < bytes; from = to) {
      boolean isZero = isZero(whole, from);
      to = from + CHUNK;
      while (to < bytes && isZero(whole, to) == isZero) {
        to += CHUNK;
      }
      runs.add(new Run(from, to, isZero));
    }
    return runs;
  }

  private static boolean isZero(MemorySegment whole, long chunk) {
    return MemorySegment.mismatch(whole, chunk, chunk + CHUNK, ZEROS, 0, CHUNK) < 0;
  }

  /** Each byte lies in the file where it does in the memory. What was zero is not written. */
  private static boolean write(MemoryFile file, MemorySegment whole, List<Run> runs) {
    return runs.stream().allMatch(run -> run.isZero() || file.write(slice(whole, run), run.from()));
  }

  private static void map(MemoryFile file, MemorySegment whole, Run run) {
    MemorySegment pages = slice(whole, run);
    boolean isMapped =
        run.isZero()
            ? PosixAddressSpace.mapZero(pages.address(), pages.byteSize())
            : file.mapTo(pages, run.from());
    if (!isMapped) {
      throw new OutOfMemoryError("no address space for the pages of a linear memory");
    }
  }

  private static MemorySegment slice(MemorySegment whole, Run run) {
    return whole.asSlice(run.from(), run.size());
  }

  @Override
  public void restore(long used) {
    long written = 0;
    for (Run run : runs) {
      written += restore(run, MOST_WRITTEN - written);
    }
    restore(new Run(runs.isEmpty() ? 0 : runs.getLast().to(), used, true), MOST_WRITTEN - written);
  }

  /**
   * Makes some bytes what they were.
   *
   * @param most how many to write
   * @return how many were
   */
  private long restore(Run run, long most) {
    long written = 0;
    for (long from = run.from(); from < run.to(); from += WINDOW) {
      Run window = new Run(from, Math.min(from + WINDOW, run.to()), run.isZero());
      BitSet pages = writtenPages == null ? null : writtenPages.among(slice(whole, window));
      long bytes = pages == null ? Long.MAX_VALUE : pages.cardinality() * WrittenPages.PAGE;
      if (pages == null || bytes > most - written) {
        forget(slice(whole, window));
      } else {
        pages.stream().forEach(page -> write(window, page));
        written += bytes;
      }
    }
    return written;
  }

  private void write(Run window, int page) {
    long at = window.from() + page * WrittenPages.PAGE;
    MemorySegment source = window.isZero() ? ZEROS : original.asSlice(at);
    MemorySegment.copy(source, 0, whole, at, WrittenPages.PAGE);
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
}
