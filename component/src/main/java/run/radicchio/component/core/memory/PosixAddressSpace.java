package run.radicchio.component.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code mmap}: private anonymous pages that the system backs when they are first touched, without
 * counting them before ({@code MAP_NORESERVE}).
 */
final class PosixAddressSpace implements AddressSpace {
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int MAP_SHARED = 1;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_FIXED = 0x10;
  private static final int NO_FILE = -1;
  private static final boolean MACOS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
  private static final int MAP_ANONYMOUS = MACOS ? 0x1000 : 0x20;
  private static final int MAP_NORESERVE = MACOS ? 0x40 : 0x4000;
  private static final long MAP_FAILED = -1;
  private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

  private static final MethodHandle MMAP =
      function(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MUNMAP =
      function("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));

  @SuppressWarnings("restricted") // the functions are named with their true types
  static MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
  }

  @Override
  public long reserve(long bytes) {
    return mapPrivate(0, bytes, MAP_ANONYMOUS, NO_FILE, 0);
  }

  /** Makes some pages of a reservation those of a file, copied when they are written. */
  static boolean mapFile(long address, long bytes, int file, long offset) {
    return mapPrivate(address, bytes, MAP_FIXED, file, offset) != 0;
  }

  /** Makes some pages of a reservation zero. */
  static boolean mapZero(long address, long bytes) {
    return mapPrivate(address, bytes, MAP_FIXED | MAP_ANONYMOUS, NO_FILE, 0) != 0;
  }

  /** Maps a file's first bytes, to read them; returns their address, or 0 where it cannot. */
  static long viewFile(long bytes, int file) {
    return map(0, bytes, PROT_READ, MAP_SHARED, file, 0);
  }

  private static long mapPrivate(long address, long bytes, int flags, int file, long offset) {
    int kind = MAP_PRIVATE | MAP_NORESERVE | flags;
    return map(address, bytes, PROT_READ | PROT_WRITE, kind, file, offset);
  }

  private static long map(
      long address, long bytes, int protection, int flags, int file, long offset) {
    try {
      MemorySegment mapped =
          (MemorySegment)
              MMAP.invokeExact(
                  MemorySegment.ofAddress(address), bytes, protection, flags, file, offset);
      return mapped.address() == MAP_FAILED ? 0 : mapped.address();
    } catch (Throwable e) {
      throw new AssertionError("mmap cannot be called", e);
    }
  }

  @Override
  public boolean commit(long address, long bytes) {
    return true;
  }

  @Override
  public @Nullable PageImage keep(MemorySegment whole, long bytes, Arena arena) {
    return LINUX ? LinuxImage.of(whole, bytes, arena, WrittenPages.OF_THIS_PROCESS) : null;
  }

  @Override
  public void release(long address, long bytes) {
    unmap(address, bytes);
  }

  static void unmap(long address, long bytes) {
    int result;
    try {
      result = (int) MUNMAP.invokeExact(MemorySegment.ofAddress(address), bytes);
    } catch (Throwable e) {
      throw new AssertionError("munmap cannot be called", e);
    }
    if (result != 0) {
      throw new AssertionError("munmap failed for " + bytes + " bytes at " + address);
    }
  }
}
