package run.radicchio.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import run.radicchio.component.ComponentException;
import run.radicchio.component.Instance;
import run.radicchio.component.Linker;
import run.radicchio.component.Store;
import run.radicchio.component.Trap;
import run.radicchio.surface.display.Display;
import run.radicchio.surface.display.DisplayClosedException;
import run.radicchio.surface.host.SurfaceHost;
import run.radicchio.wasi.ExitException;
import run.radicchio.wasi.Wasi;

/** Runs a component. */
@Command(
    name = "run",
    description = {
      "Runs a component: its wasi:cli/run, or else the one function that it exports.",
      "A result that is an error makes the command fail."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Radicchio radicchio;

  @Option(
      names = "--invoke",
      paramLabel = "CALL",
      description =
          "Call this function and print what it returns, both in WAVE: 'name(1, \"two\")', or"
              + " 'interface#name(...)' where several have the name.")
  private @Nullable String invoke;

  @Mixin private GpuOptions gpuOptions = new GpuOptions();

  @Mixin private DisplayOptions displayOptions = new DisplayOptions();

  @ArgGroup private CacheOptions cacheOptions = new CacheOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private WasiOptions wasiOptions = new WasiOptions();

  @Parameters(
      index = "0",
      paramLabel = "FILE.wasm",
      description = "The component; - for standard input. Options go before it.")
  private String file;

  @Parameters(index = "1..*", paramLabel = "ARG", description = "Arguments for the component.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    ComponentFile loaded = ComponentFile.load(file, cacheOptions.cache());
    checkArguments(loaded);
    StandardStreams streams = radicchio.standardStreams();
    OutputStream video = streams.out();
    if (displayOptions.takesStandardOutput()) {
      streams = streams.withoutOut();
    }
    Wasi wasi = wasiOptions.wasi(file, arguments, streams);
    try (LazyGpu gpu =
        displayOptions.isChosen() ? gpuOptions.openForSurfaces() : gpuOptions.open()) {
      return displayOptions.show(
          loaded.name(),
          video,
          spec.commandLine().getErr(),
          display -> run(loaded, linker(wasi, gpu, display), gpu));
    } catch (UncheckedIOException notShown) {
      throw Failure.of("--display: " + reason(notShown.getCause()));
    } finally {
      wasi.flush();
    }
  }

  /** The messages of these exceptions are only the names of files. */
  private static String reason(IOException failure) {
    return String.valueOf(failure instanceof FileSystemException ? failure : failure.getMessage());
  }

  private Linker linker(Wasi wasi, LazyGpu gpu, Display display) {
    return new SurfaceHost(display, gpu).addTo(HostInterfaces.linker(wasi, gpu, out()));
  }

  private int run(ComponentFile loaded, Linker linker, LazyGpu gpu) {
    try (Instance instance = linker.instantiate(loaded.component(), new Store(limits.options()))) {
      Call call =
          invoke == null
              ? Call.ofOnlyFunction(instance.functions())
              : Call.parse(invoke, instance.functions());
      return report(call.make(), loaded, gpu);
    } catch (Trap trap) {
      return status(trap).orElseThrow(() -> Failure.of(loaded.name(), trap));
    } catch (ComponentException failure) {
      throw Failure.of(loaded.name(), failure);
    }
  }

  /** What a guest ended with that ended itself, or had nothing left to be shown on. */
  private Optional<Integer> status(Trap trap) {
    if (trap.getCause() instanceof Failure failure) {
      throw failure;
    }
    boolean isShownNoMore =
        trap.getCause() instanceof DisplayClosedException
            || (trap.kind() == Trap.Kind.INTERRUPTED && displayOptions.isClosed());
    return isShownNoMore
        ? Optional.of(ExitCode.OK)
        : ExitException.of(trap).map(ExitException::status);
  }

  /** What was asked for with {@code --invoke} is printed always, else only what says something. */
  private int report(Outcome outcome, ComponentFile loaded, LazyGpu gpu) {
    if (invoke != null) {
      out().println(outcome.wave());
      return outcome.isError() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
    String whyNoGpu = gpu.whyNone();
    if (outcome.isBareError() && whyNoGpu == null) {
      return ExitCode.SOFTWARE;
    } else if (outcome.isError()) {
      throw Failure.of(
          "%s failed: %s%s"
              .formatted(
                  loaded.name(),
                  outcome.errorMessage(),
                  whyNoGpu == null ? "" : "\n  " + whyNoGpu));
    } else if (!outcome.isEmpty()) {
      out().println(outcome.wave());
    }
    return ExitCode.OK;
  }

  /** Where what is printed goes: not among pictures. */
  private PrintWriter out() {
    return displayOptions.takesStandardOutput()
        ? spec.commandLine().getErr()
        : spec.commandLine().getOut();
  }

  private void checkArguments(ComponentFile loaded) {
    boolean takesArguments =
        loaded.component().type().imports().keySet().stream()
            .anyMatch(name -> name.startsWith("wasi:cli/environment@"));
    if (!arguments.isEmpty() && !takesArguments) {
      throw Failure.misuse(
          "%s takes no arguments, but is given %s; options of run go before the file"
              .formatted(loaded.name(), String.join(" ", arguments)));
    }
  }
}
