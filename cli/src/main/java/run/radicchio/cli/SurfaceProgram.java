package run.radicchio.cli;

import run.radicchio.component.ComponentException;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.StoreOptions;
import run.radicchio.component.Trap;
import run.radicchio.streaming.StreamedProgram;
import run.radicchio.surface.CreateDesc;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.display.Screen;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.surface.host.SurfaceHost;
import run.radicchio.wasi.ExitException;

/**
 * A component that draws on surfaces, each run of it in a store of its own.
 *
 * @param linker offers everything but surfaces
 * @param gpu draws
 */
record SurfaceProgram(ComponentFile file, Linker linker, LazyGpu gpu, StoreOptions limits)
    implements StreamedProgram {
  private static final String ENDED = "the program has ended";

  /** Shows nothing. */
  private static final class Nowhere implements Display {
    @Override
    public Screen open(CreateDesc wanted, SurfaceEvents events) {
      throw new DisplayClosedException();
    }

    @Override
    public void close() {}
  }

  /**
   * Says what is wrong before anybody watches.
   *
   * @throws Failure if the component needs what is not offered
   */
  void check() {
    try {
      var _ = on(new Nowhere()).link(file.component());
    } catch (ComponentException failure) {
      throw Failure.of(file.name(), failure);
    }
  }

  private Linker on(Display display) {
    return new SurfaceHost(display, gpu).addTo(linker);
  }

  @Override
  public String run(Display display) {
    try (Instance instance = on(display).instantiate(file.component(), new Store(limits))) {
      Outcome outcome = Call.ofOnlyFunction(instance.functions()).make();
      if (outcome.isError()) {
        throw Failure.of("%s failed: %s".formatted(file.name(), outcome.errorMessage()));
      }
      return ENDED;
    } catch (Trap trap) {
      if (trap.getCause() instanceof DisplayClosedException) {
        return ENDED;
      }
      return ExitException.of(trap)
          .map(exit -> "%s, with status %d".formatted(ENDED, exit.status()))
          .orElseThrow(() -> Failure.of(file.name(), trap));
    } catch (ComponentException failure) {
      throw Failure.of(file.name(), failure);
    }
  }
}
