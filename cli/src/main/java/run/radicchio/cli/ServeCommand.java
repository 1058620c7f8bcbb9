package run.radicchio.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
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
import run.radicchio.cli.server.ComponentServer;
import run.radicchio.cli.server.ServerLimits;
import run.radicchio.component.ComponentException;
import run.radicchio.component.LinkedComponent;
import run.radicchio.wasi.HttpService;
import run.radicchio.wasi.Wasi;

/** Serves HTTP by a component. */
@Command(
    name = "serve",
    description = {
      "Answers HTTP requests by a component that exports wasi:http/handler (0.3) or"
          + " wasi:http/incoming-handler (0.2), each in an instance of its own, unless --reuse says"
          + " otherwise.",
      "It goes on until it is told to end (SIGTERM, SIGINT)."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Duration USUAL_TIME = Duration.ofSeconds(30);
  private static final long USUAL_MEMORY = 1L << 28;

  @Spec private CommandSpec spec;
  @ParentCommand private Radicchio radicchio;

  @Option(
      names = "--addr",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8080",
      converter = Address.class,
      description = "Serve here (${DEFAULT-VALUE}); port 0 is any that is free.")
  private InetSocketAddress address;

  @Option(
      names = "--max-connections",
      paramLabel = "NUMBER",
      defaultValue = "4000",
      description =
          "Let so many clients be connected at one time (${DEFAULT-VALUE}), and others wait.")
  private int connections;

  @Option(
      names = "--max-requests",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      description = "Answer so many at one time (${DEFAULT-VALUE}), and others with 503.")
  private int requests;

  @Option(
      names = "--reuse",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = {
        "Let an instance answer so many requests (${DEFAULT-VALUE}), one after the other: that is"
            + " faster, and requests find what others have left in it. One that fails ends."
      })
  private int reuse;

  @Option(
      names = "--max-body",
      paramLabel = "SIZE",
      defaultValue = "16M",
      converter = LimitOptions.Size.class,
      description =
          "Take requests of so many bytes (${DEFAULT-VALUE}), and answer others with 413.")
  private long body;

  @Option(
      names = "--grace",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = LimitOptions.Time.class,
      description = "When told to end, let requests go on for so long (${DEFAULT-VALUE}).")
  private Duration grace;

  @Mixin private TlsOptions tlsOptions = new TlsOptions();

  @Mixin private GpuOptions gpuOptions = new GpuOptions();

  @ArgGroup private CacheOptions cacheOptions = new CacheOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private WasiOptions wasiOptions = new WasiOptions();

  @Parameters(paramLabel = "FILE.wasm", description = "The component; - for standard input.")
  private String file;

  /** {@code HOST:PORT}. */
  static final class Address implements ITypeConverter<InetSocketAddress> {
    private static final Pattern FORM = Pattern.compile("(?:\\[(.+)]|([^:]+)):(\\d{1,5})");
    private static final int MOST_PORTS = 1 << 16;

    @Override
    public InetSocketAddress convert(String text) throws UnknownHostException {
      Matcher form = FORM.matcher(text);
      if (!form.matches() || Integer.parseInt(form.group(3)) >= MOST_PORTS) {
        throw new TypeConversionException(
            "expected an address such as 127.0.0.1:8080 or [::1]:0, found `%s`".formatted(text));
      }
      @Nullable String bracketed = form.group(1);
      String host = bracketed == null ? form.group(2) : bracketed;
      return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(form.group(3)));
    }
  }

  @Override
  public Integer call() {
    Failure.checkPositive("--max-connections", connections);
    Failure.checkPositive("--max-requests", requests);
    Failure.checkPositive("--reuse", reuse);
    SSLContext tls = tlsOptions.context();
    ComponentFile loaded = ComponentFile.load(file, cacheOptions.cache());
    HttpService service =
        HttpService.of(loaded.component())
            .orElseThrow(
                () ->
                    Failure.misuse(
                        loaded.name()
                            + " exports neither wasi:http/handler nor wasi:http/incoming-handler,"
                            + " so it cannot answer requests"));
    Wasi wasi = wasiOptions.wasi(file, List.of(), radicchio.standardStreams());
    try (LazyGpu gpu = gpuOptions.open()) {
      return serve(service, link(loaded, wasi, gpu), tls, loaded.name());
    } finally {
      wasi.flush();
    }
  }

  private LinkedComponent link(ComponentFile loaded, Wasi wasi, LazyGpu gpu) {
    try {
      return HostInterfaces.linker(wasi, gpu, out()).link(loaded.component());
    } catch (ComponentException failure) {
      throw Failure.of(loaded.name(), failure);
    }
  }

  private int serve(
      HttpService service, LinkedComponent component, @Nullable SSLContext tls, String name) {
    try (ComponentServer server = open(service, component, tls, name)) {
      String scheme = tls == null ? "http" : "https";
      UntilTold.await(
          out(),
          "serving on %s://%s:%d/".formatted(scheme, hostText(), server.port()),
          server::close);
    }
    return ExitCode.OK;
  }

  private ComponentServer open(
      HttpService service, LinkedComponent component, @Nullable SSLContext tls, String name) {
    try {
      return new ComponentServer(
          service,
          component,
          address,
          tls,
          new ServerLimits(
              connections,
              requests,
              reuse,
              body,
              limits.time(USUAL_TIME),
              grace,
              limits.options(USUAL_MEMORY)),
          (request, why) -> report(name, request, why));
    } catch (ComponentException failure) {
      throw Failure.of(name, failure);
    } catch (UncheckedIOException unavailable) {
      throw Failure.of(
          "--addr: nothing can be served on %s:%d: %s"
              .formatted(hostText(), address.getPort(), unavailable.getCause().getMessage()));
    }
  }

  private String hostText() {
    String host = address.getAddress().getHostAddress();
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private void report(String name, String request, Throwable why) {
    String message =
        why instanceof ComponentException failure
            ? Failure.of(name, failure).getMessage()
            : String.valueOf(why.getMessage() == null ? why : why.getMessage());
    PrintWriter err = spec.commandLine().getErr();
    synchronized (err) {
      err.println("radicchio: %s: %s".formatted(request, message));
      err.flush();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
