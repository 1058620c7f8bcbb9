package run.radicchio.cli;

import java.nio.file.Path;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.wit.WitName;
import run.radicchio.component.wit.WitWorld;
import run.radicchio.webgpu.dawn.DawnGpu;

/** What README.md shows under "Embedding": its block is what stands between the two marks. */
public final class ReadmeExample {
  private ReadmeExample() {}

  // README {
  @WitWorld
  public interface Console {
    void print(@WitName("s") String line);
  }

  static void run(Path file) throws Exception {
    Console console = System.out::println;
    try (DawnGpu gpu = DawnGpu.open(DawnGpu.Options.defaults());
        Instance instance = new Linker().add(gpu).add(console).instantiate(Component.load(file))) {
      Object result = instance.function("run").orElseThrow().call();
      System.out.println(result);
    }
  }
  // } README
}
