package run.radicchio.webgpu.dawn.walkthrough;

import java.io.IOException;
import java.nio.file.Path;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Result;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitWorld;
import run.radicchio.webgpu.WebGpu;

/** A host of the guests. */
public final class Hosting {
  private Hosting() {}

  // docs: host {
  /** What the guests import beside WebGPU. */
  @WitWorld
  public interface Console {
    void print(@WitName("s") String line);
  }

  /** Runs a guest to its end. */
  public static void run(Path file, WebGpu webgpu, Console console) throws IOException {
    Linker linker = new Linker().add(webgpu).add(console);
    try (Instance instance = linker.instantiate(Component.load(file))) {
      Object result = instance.function("run").orElseThrow().call();
      if (result instanceof Result.Err<?, ?> failure) {
        throw new IOException(file + " failed: " + failure.error());
      }
    }
  }
  // } docs
}
