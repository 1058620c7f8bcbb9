package run.radicchio.bench.programs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import run.radicchio.webgpu.WebGpu;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

/** Measures the work of programs in the sandbox and from Java, in turns, and prints both. */
public final class Programs {
  private static final String USAGE = "[--gpu NAME] [--large] [--rounds N] [NAME...]";

  private Programs() {}

  /**
   * Measures, from within {@code bench/}.
   *
   * @param arguments {@code [--gpu NAME] [--large] [--rounds N] [NAME...]}: of {@link Case}s, or
   *     all
   */
  public static void main(String[] arguments) throws IOException {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    String gpu = "software";
    boolean large = false;
    int rounds = 3;
    while (!rest.isEmpty() && rest.peek().startsWith("--")) {
      switch (rest.remove()) {
        case "--gpu" -> gpu = rest.remove();
        case "--large" -> large = true;
        case "--rounds" -> rounds = Integer.parseInt(rest.remove());
        default -> throw new IllegalArgumentException("expected " + USAGE);
      }
    }
    List<String> wanted = List.copyOf(rest);
    List<Case> cases =
        Case.ALL.stream().filter(one -> wanted.isEmpty() || wanted.contains(one.name())).toList();
    System.out.println(Times.HEADING);
    try (DawnGpu webgpu = DawnGpu.open(DawnGpu.Options.defaults().withGpus(GpuChoice.of(gpu)))) {
      for (Case one : cases) {
        System.out.println(measure(one.name(), large ? one.large() : one.small(), webgpu, rounds));
      }
    }
  }

  /**
   * Measures some work.
   *
   * @param rounds how many count, after one that does not
   */
  static Times measure(String name, Work work, WebGpu webgpu, int rounds) throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target"), "programs");
    List<Duration> sandboxed = new ArrayList<>();
    List<Duration> direct = new ArrayList<>();
    try (Device device = Device.open(webgpu)) {
      Program program = Program.load(work.program(), webgpu, folder);
      Work.Twin twin = work.inJava(device, program);
      for (int round = 0; round <= rounds; round++) {
        Duration ofGuest = program.time(work);
        Duration ofJava = time(twin, device);
        if (round > 0) {
          sandboxed.add(ofGuest);
          direct.add(ofJava);
        }
      }
    }
    delete(folder);
    return new Times(name, work.size(), Times.median(sandboxed), Times.median(direct));
  }

  /** Deletes a folder and the files in it. */
  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static Duration time(Work.Twin twin, Device device) {
    twin.begin();
    device.awaitDone();
    long begin = System.nanoTime();
    twin.run();
    device.awaitDone();
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    device.check();
    return time;
  }
}
