package run.radicchio.wasi.files;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.filesystem.ErrorCode;

/**
 * The functions of Linux that Java lacks: to open a descriptor for a name, to close it, and to set
 * the times of what has a name without opening that. It is used on Linux only, on x86-64 and
 * AArch64.
 */
@SuppressWarnings("restricted") // the module is granted native access
final class Kernel {
  private static final int CURRENT_DIRECTORY = -100;
  private static final int O_PATH = 0x200000;
  private static final int O_CLOEXEC = 0x80000;
  private static final int AT_SYMLINK_NOFOLLOW = 0x100;

  /** {@code UTIME_OMIT}, in place of nanoseconds: a time that stays as it is. */
  private static final long OMIT = (1L << 30) - 2;

  /** {@code O_NOFOLLOW}, by the architecture. */
  private static final Map<String, Integer> NO_FOLLOW = Map.of("amd64", 0x20000, "aarch64", 0x8000);

  private static final Map<Integer, ErrorCode> CODES =
      Map.ofEntries(
          Map.entry(1, ErrorCode.NOT_PERMITTED),
          Map.entry(2, ErrorCode.NO_ENTRY),
          Map.entry(12, ErrorCode.INSUFFICIENT_MEMORY),
          Map.entry(13, ErrorCode.ACCESS),
          Map.entry(20, ErrorCode.NOT_DIRECTORY),
          Map.entry(22, ErrorCode.INVALID),
          Map.entry(23, ErrorCode.INSUFFICIENT_MEMORY),
          Map.entry(24, ErrorCode.INSUFFICIENT_MEMORY),
          Map.entry(30, ErrorCode.READ_ONLY),
          Map.entry(36, ErrorCode.NAME_TOO_LONG),
          Map.entry(40, ErrorCode.LOOP));

  /** How Java writes the names of files. */
  private static final Charset NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final MethodHandle OPENAT =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("openat"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
          Linker.Option.firstVariadicArg(3),
          Linker.Option.captureCallState("errno"));
  private static final MethodHandle CLOSE =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private static final MethodHandle UTIMENSAT =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("utimensat"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT),
          Linker.Option.captureCallState("errno"));

  private Kernel() {}

  /** A descriptor for what a path of the host's leads to. */
  static int open(Path path) throws FileException {
    return open(CURRENT_DIRECTORY, path.toString(), O_PATH | O_CLOEXEC);
  }

  /** A descriptor for what a directory has under a name, and where that is a link, for the link. */
  static int open(int directory, String name) throws FileException {
    return open(directory, name, O_PATH | O_CLOEXEC | NO_FOLLOW.get(System.getProperty("os.arch")));
  }

  private static int open(int directory, String name, int flags) throws FileException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int descriptor =
          (int) OPENAT.invokeExact(state, directory, arena.allocateFrom(name, NAMES), flags, 0);
      if (descriptor < 0) {
        throw failure(state);
      }
      return descriptor;
    } catch (FileException | RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * Sets the times of what a directory has under a name, and where that is a link, of the link;
   * null leaves one as it is. It is not opened, which may wait for ever, or do something.
   */
  static void setTimes(
      int directory, String name, @Nullable FileTime accessed, @Nullable FileTime modified)
      throws FileException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment times = arena.allocate(JAVA_LONG, 4);
      put(times, 0, accessed);
      put(times, 2, modified);
      MemorySegment path = arena.allocateFrom(name, NAMES);
      if ((int) UTIMENSAT.invokeExact(state, directory, path, times, AT_SYMLINK_NOFOLLOW) < 0) {
        throw failure(state);
      }
    } catch (FileException | RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void put(MemorySegment times, int index, @Nullable FileTime time) {
    Instant moment = time == null ? Instant.EPOCH : time.toInstant();
    times.setAtIndex(JAVA_LONG, index, moment.getEpochSecond());
    times.setAtIndex(JAVA_LONG, index + 1, time == null ? OMIT : moment.getNano());
  }

  private static FileException failure(MemorySegment state) {
    return new FileException(CODES.getOrDefault((int) ERRNO.get(state, 0L), ErrorCode.IO));
  }

  static void close(int descriptor) {
    try {
      // It fails only for what is none, or after it is closed.
      var _ = (int) CLOSE.invokeExact(descriptor);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
