package run.radicchio.webgpu.dawn.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Component;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.webgpu.dawn.DawnGpu;

/** An instance of the guest, for one try after the other. */
public final class Stepper implements AutoCloseable, Stepping {
  private final DawnGpu webgpu;
  private final Instance instance;
  private @Nullable Try current;
  private int handles;
  private Map<String, Integer> live = Map.of();

  Stepper(DawnGpu webgpu) {
    this.webgpu = webgpu;
    try {
      instance =
          new Linker()
              .add(webgpu)
              .add(this)
              .instantiate(Component.load(Path.of("../guests/tests/steps.wasm")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable Step next(@Nullable Outcome last) {
    Try running = current;
    if (running == null) {
      throw new IllegalStateException("the guest asks for a step while no try is on");
    }
    return running.next(last);
  }

  /** Makes the calls of a try, to the first disagreement, and drops all handles. */
  void run(Try steps) {
    current = steps;
    instance.function("run").orElseThrow().call();
    current = null;
  }

  /** Notes what is there while there is nothing but the first device. */
  void rest() {
    handles = instance.handleCount();
    live = webgpu.liveObjects();
  }

  /**
   * What is there that was not when it rested; null if nothing is, at least after some time: what
   * calls make that were given up is there for a moment.
   */
  @Nullable String left() {
    for (int i = 0; i < 1000; i++) {
      if (handles == instance.handleCount() && live.equals(webgpu.liveObjects())) {
        return null;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return "from %s handles and %s to %s and %s"
        .formatted(handles, live, instance.handleCount(), webgpu.liveObjects());
  }

  @Override
  public void close() {
    instance.close();
  }
}
