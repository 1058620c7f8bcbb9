package run.radicchio.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Trap;
import run.radicchio.streaming.StreamServer;
import run.radicchio.streaming.StreamedProgram;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.host.SurfaceHost;
import run.radicchio.surface.offscreen.OffscreenDisplay;
import run.radicchio.surface.offscreen.PngFolder;
import run.radicchio.surface.offscreen.Script;
import run.radicchio.wasi.Wasi;
import run.radicchio.webgpu.dawn.DawnGpu;

/** What docs/streaming.md shows for Java: its block is what stands between the two marks. */
final class StreamingExample {
  private StreamingExample() {}

  // streaming {
  /** Streams a component to whoever opens the invitation. */
  static StreamServer stream(Component component, DawnGpu gpu) {
    StreamedProgram program =
        display -> {
          run(component, gpu, display);
          return "the program has ended";
        };
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new StreamServer(program, StreamServer.Options.defaults(address));
  }

  /** Records three frames of a component. */
  static void record(Component component, DawnGpu gpu, Path folder) {
    OffscreenDisplay.Options options =
        new OffscreenDisplay.Options(new Size(320, 240), 3, Script.empty());
    try (Display display =
        new OffscreenDisplay(options, surface -> PngFolder.of(folder, surface))) {
      run(component, gpu, display);
    }
  }

  private static void run(Component component, DawnGpu gpu, Display display) {
    Wasi wasi = Wasi.builder().build();
    Linker linker = wasi.addTo(new SurfaceHost(display, gpu).addTo(new Linker().add(gpu)));
    try (Instance instance = linker.instantiate(component)) {
      wasi.run(instance);
    } catch (Trap trap) {
      if (!(trap.getCause() instanceof DisplayClosedException)) {
        throw trap;
      }
    }
  }
  // } streaming
}
