package run.radicchio.webgpu.dawn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import run.radicchio.component.Component;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Linker;
import run.radicchio.component.wit.WitWorld;

/** A guest of {@code guests/}, on the GPU of the tests, and what it printed. */
final class Program {
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final LinkedComponent component;

  /** What such guests print with. */
  @WitWorld
  public interface Printing {
    /** Takes a line. */
    void print(String s);
  }

  /** Named, so that it is public in a package that guests' functions can be called in. */
  public static final class Lines implements Printing {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void print(String s) {
      lines.add(s);
    }
  }

  Program(String name, DawnGpu webgpu) {
    try {
      component =
          new Linker()
              .add(webgpu)
              .add(new Lines(printed))
              .link(Component.load(Path.of("../guests").resolve(name + ".wasm")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  LinkedComponent component() {
    return component;
  }

  /** What was printed since the last time this was asked. */
  List<String> printed() {
    List<String> lines = List.copyOf(printed);
    printed.clear();
    return lines;
  }
}
