package run.radicchio.webgpu.dawn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process uses, once garbage is collected.
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
    Runtime runtime = Runtime.getRuntime();
    return new Usage(
        runtime.totalMemory() - runtime.freeMemory(),
        status("RssAnon:") * 1024,
        (int) status("Threads:"));
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
