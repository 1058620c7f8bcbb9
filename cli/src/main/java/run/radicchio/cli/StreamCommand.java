package run.radicchio.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import run.radicchio.component.Linker;
import run.radicchio.streaming.StreamServer;
import run.radicchio.streaming.WhenAlone;
import run.radicchio.wasi.Wasi;

/** Shows a component in browsers. */
@Command(
    name = "stream",
    description = {
      "Shows the surfaces of a component in browsers, as video, and takes pointers and keys from"
          + " there.",
      "Whoever opens the address that is printed begins a session, which is an instance of the"
          + " component. The page's address is then that of the session: others who open it watch.",
      "It goes on until it is told to end (SIGTERM, SIGINT)."
    })
final class StreamCommand implements Callable<Integer> {
  private static final long USUAL_MEMORY = 1L << 30;

  @Spec private CommandSpec spec;
  @ParentCommand private Radicchio radicchio;

  @Option(
      names = "--addr",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      converter = ServeCommand.Address.class,
      description = "Serve here (${DEFAULT-VALUE}); port 0 is any that is free.")
  private InetSocketAddress address;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description =
          "Let pages of this origin in, too, such as https://example.org for a reverse proxy. Can"
              + " be given several times.")
  private List<String> origins = List.of();

  @Option(
      names = "--when-alone",
      paramLabel = "pause|end",
      defaultValue = "pause",
      converter = Alone.class,
      description =
          "What becomes of a component that nobody watches any more (${DEFAULT-VALUE}): it is not"
              + " asked to draw, or it ends.")
  private WhenAlone whenAlone;

  @Mixin private StreamLimitOptions streamLimits = new StreamLimitOptions();

  @Mixin private TlsOptions tlsOptions = new TlsOptions();

  @Mixin private GpuOptions gpuOptions = new GpuOptions();

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

  /** In lower case. */
  static final class Alone implements ITypeConverter<WhenAlone> {
    @Override
    public WhenAlone convert(String text) {
      return switch (text) {
        case "pause" -> WhenAlone.PAUSE;
        case "end" -> WhenAlone.END;
        default ->
            throw new TypeConversionException("expected pause or end, found `%s`".formatted(text));
      };
    }
  }

  @Override
  public Integer call() {
    SSLContext tls = tlsOptions.context();
    ComponentFile loaded = ComponentFile.load(file, cacheOptions.cache());
    Wasi wasi = wasiOptions.wasi(file, arguments, radicchio.standardStreams());
    try (LazyGpu gpu = gpuOptions.openForSurfaces()) {
      Linker linker = HostInterfaces.linker(wasi, gpu, spec.commandLine().getOut());
      SurfaceProgram program =
          new SurfaceProgram(loaded, linker, gpu, limits.options(USUAL_MEMORY));
      program.check();
      return serve(
          program,
          new StreamServer.Options(
              address, tls, origins, streamLimits.limits(), whenAlone, this::report));
    } finally {
      wasi.flush();
    }
  }

  private int serve(SurfaceProgram program, StreamServer.Options options) {
    try (StreamServer server = new StreamServer(program, options)) {
      UntilTold.await(
          spec.commandLine().getOut(), "streaming on " + server.invitation(), server::close);
      return ExitCode.OK;
    } catch (IllegalArgumentException misuse) {
      throw Failure.misuse("--allow-origin: " + misuse.getMessage(), misuse);
    } catch (UncheckedIOException unavailable) {
      throw Failure.of(
          "--addr: nothing can be served on %s: %s"
              .formatted(address, unavailable.getCause().getMessage()));
    }
  }

  private void report(String line) {
    PrintWriter err = spec.commandLine().getErr();
    synchronized (err) {
      err.println("radicchio: " + line);
      err.flush();
    }
  }
}
