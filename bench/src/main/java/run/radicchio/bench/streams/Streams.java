package run.radicchio.bench.streams;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.streaming.StreamServer;
import run.radicchio.streaming.StreamedProgram;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.host.SurfaceHost;
import run.radicchio.wasi.Wasi;
import run.radicchio.webgpu.dawn.DawnGpu;
import run.radicchio.webgpu.dawn.adapter.GpuChoice;

/** Streams the cube to one viewer of the same process, and prints where the time goes. */
public final class Streams {
  private static final String USAGE = "[--gpu NAME] [--seconds N] [--size WIDTHxHEIGHT]";
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private Streams() {}

  /**
   * Measures, from within {@code bench/}.
   *
   * @param arguments {@code [--gpu NAME] [--seconds N] [--size WIDTHxHEIGHT]}
   */
  public static void main(String[] arguments) throws Exception {
    String gpu = "software";
    int seconds = 20;
    Size size = new Size(1280, 720);
    for (Deque<String> rest = new ArrayDeque<>(List.of(arguments)); !rest.isEmpty(); ) {
      switch (rest.remove()) {
        case "--gpu" -> gpu = rest.remove();
        case "--seconds" -> seconds = Integer.parseInt(rest.remove());
        case "--size" -> {
          String[] sides = rest.remove().split("x", 2);
          size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }
        default -> throw new IllegalArgumentException("expected " + USAGE);
      }
    }
    try (DawnGpu webgpu = DawnGpu.open(DawnGpu.Options.defaults().withGpus(GpuChoice.of(gpu)))) {
      measure(program("cube", webgpu), size, Duration.ofSeconds(seconds));
    }
  }

  /** A guest that draws on surfaces. */
  static StreamedProgram program(String name, DawnGpu webgpu) throws Exception {
    byte[] bytes = Files.readAllBytes(Path.of("../guests").resolve(name + ".wasm"));
    Component component = Component.load(bytes);
    return display -> run(component, webgpu, display);
  }

  private static String run(Component component, DawnGpu webgpu, Display display) {
    Wasi wasi = Wasi.builder().build();
    Linker linker = wasi.addTo(new Linker()).add(webgpu);
    new SurfaceHost(display, webgpu).addTo(linker);
    try (Instance guest = linker.instantiate(component)) {
      return "status " + wasi.run(guest);
    }
  }

  /** Streams for so long, and prints what came of it. */
  static void measure(StreamedProgram program, Size size, Duration time) throws Exception {
    StreamServer.Options usual =
        StreamServer.Options.defaults(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    StreamServer.Options options =
        new StreamServer.Options(
            usual.address(),
            usual.tls(),
            usual.allowedOrigins(),
            usual.limits(),
            usual.whenAlone(),
            System.out::println);
    try (StreamServer server = new StreamServer(program, options)) {
      Page page = Page.open(URI.create(server.invitation()), size);
      Thread.sleep(WARM_UP);
      long pictures = page.pictures();
      long bytes = page.bytes();
      Thread.sleep(time);
      double seconds = time.toMillis() / 1e3;
      System.out.printf(
          "%s: %.1f pictures a second, %.2f Mbit/s%n",
          size, (page.pictures() - pictures) / seconds, (page.bytes() - bytes) * 8 / seconds / 1e6);
    }
  }
}
