package run.radicchio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import run.radicchio.component.CodeCache;
import run.radicchio.component.Component;
import run.radicchio.component.Linker;

/** Whole processes, from the start of their JVM to its end. */
@BenchmarkMode(Mode.SingleShotTime)
public class Processes {
  /** A component of 1 MB. */
  @State(Scope.Benchmark)
  public static class Large {
    /** How many components of 63 KB it consists of. */
    @Param("16")
    public int copies;

    private Path file;

    @Setup
    public void write() throws IOException {
      file = Files.createTempFile("radicchio-bench", ".wasm");
      Files.write(file, Section.copies(GuestFile.ECHO.bytes(), copies));
    }

    @TearDown
    public void delete() throws IOException {
      Files.delete(file);
    }
  }

  /** A cache that has it. */
  @State(Scope.Benchmark)
  public static class FilledCache {
    private Path folder;

    @Setup
    public void fill(Large large) throws IOException, InterruptedException {
      folder = Files.createTempDirectory("radicchio-bench");
      run(folder, large.file);
    }

    @TearDown
    public void delete() throws IOException {
      Processes.delete(folder);
    }
  }

  /** Does nothing: what the others have to pay for the JVM. */
  @Benchmark
  public void nothing() throws IOException, InterruptedException {
    runWithEmptyCache();
  }

  /** Loads and instantiates a component of 63 KB, and keeps what was compiled. */
  @Benchmark
  public void rust() throws IOException, InterruptedException {
    runWithEmptyCache(GuestFile.ECHO.path());
  }

  /** Loads and instantiates a component of 1 MB, and keeps what was compiled. */
  @Benchmark
  public void megabyte(Large large) throws IOException, InterruptedException {
    runWithEmptyCache(large.file);
  }

  /** The same, of which the compiled code was kept. */
  @AtMost(percent = 33, of = "megabyte")
  @Benchmark
  public void megabyteAgain(Large large, FilledCache cache)
      throws IOException, InterruptedException {
    run(cache.folder, large.file);
  }

  private static void runWithEmptyCache(Path... components)
      throws IOException, InterruptedException {
    Path cache = Files.createTempDirectory("radicchio-bench");
    try {
      run(cache, components);
    } finally {
      delete(cache);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void run(Path cache, Path... components) throws IOException, InterruptedException {
    List<String> arguments =
        Stream.concat(Stream.of(cache), Stream.of(components)).map(Path::toString).toList();
    List<String> command = JavaCommand.of(Load.class, arguments);
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
  }

  /** What the processes run. */
  static final class Load {
    private Load() {}

    /** Takes a cache, and files of components. */
    public static void main(String[] arguments) throws IOException {
      CodeCache cache = CodeCache.in(Path.of(arguments[0]));
      for (String file : List.of(arguments).subList(1, arguments.length)) {
        new Linker().instantiate(Component.load(Path.of(file), cache)).close();
      }
    }
  }
}
