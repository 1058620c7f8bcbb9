package run.radicchio.webgpu.dawn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process uses, once garbage is collected and the C library has given back what is free.
 *
 * @param heap bytes in use on Java's heap
 * @param anonymous bytes of anonymous memory: Java's heap, which the build makes of a fixed size
 *     and touches at the start, so that what changes are guest memory, Dawn's, stacks, and the
 *     JVM's own
 * @param threads platform threads
 */
public record Usage(long heap, long anonymous, int threads) {

  /** What it uses now. */
  public static Usage now() {
    System.gc();
    trim();
    Runtime runtime = Runtime.getRuntime();
    return new Usage(
        runtime.totalMemory() - runtime.freeMemory(),
        status("RssAnon:") * 1024,
        (int) status("Threads:"));
  }

  /** How much the C library keeps that is free is by chance: it has pools of it for threads. */
  @SuppressWarnings("restricted") // a function of one number
  private static void trim() {
    Linker linker = Linker.nativeLinker();
    MemorySegment function = linker.defaultLookup().findOrThrow("malloc_trim");
    MethodHandle trim =
        linker.downcallHandle(
            function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    try {
      int _ = (int) trim.invokeExact(0L);
    } catch (Throwable e) {
      throw new IllegalStateException("malloc_trim throws nothing", e);
    }
  }

  /** A number of Linux's account of this process. */
  private static long status(String key) {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
