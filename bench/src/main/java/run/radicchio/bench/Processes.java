package run.radicchio.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import run.radicchio.component.Component;
import run.radicchio.component.Linker;

/** Whole processes, from the start of their JVM to its end. */
@BenchmarkMode(Mode.SingleShotTime)
@State(Scope.Benchmark)
public class Processes {
  /** How many components of 63 KB the large one consists of. */
  @Param("16")
  public int copies;

  private Path megabyte;

  @Setup
  public void write() throws IOException {
    megabyte = Files.createTempFile("radicchio-bench", ".wasm");
    Files.write(megabyte, Section.copies(GuestFile.ECHO.bytes(), copies));
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(megabyte);
  }

  /** Does nothing: what the others have to pay for the JVM. */
  @Benchmark
  public void nothing() throws IOException, InterruptedException {
    run();
  }

  /** Loads and instantiates a component of 63 KB. */
  @Benchmark
  public void rust() throws IOException, InterruptedException {
    run(GuestFile.ECHO.path());
  }

  /** Loads and instantiates a component of 1 MB. */
  @Benchmark
  public void megabyte() throws IOException, InterruptedException {
    run(megabyte);
  }

  private static void run(Path... components) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Load.class.getName());
    for (Path component : components) {
      command.add(component.toString());
    }
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
  }

  /** Those of this JVM that decide how code runs. */
  private static List<String> flags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("-XX:") || flag.startsWith("--enable-native-access"))
        .toList();
  }

  /** What the processes run. */
  static final class Load {
    private Load() {}

    public static void main(String[] files) throws IOException {
      for (String file : files) {
        new Linker().instantiate(Component.load(Path.of(file))).close();
      }
    }
  }
}
