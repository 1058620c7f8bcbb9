package run.radicchio.streaming;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.server.HttpServer;
import run.radicchio.streaming.server.Origins;
import run.radicchio.streaming.server.Secret;
import run.radicchio.streaming.server.Sessions;

/**
 * Shows a program's surfaces in browsers, each session another run of it.
 *
 * {@snippet :
 * StreamedProgram program = display -> run(guest, new SurfaceHost(display, webgpu::createCanvas));
 * try (StreamServer server = new StreamServer(program, options)) {
 *   System.out.println(server.invitation());
 *   awaitEnd();
 * }
 * }
 */
public final class StreamServer implements AutoCloseable {
  private final Options options;
  private final Secret invitation = Secret.random();
  private final Sessions sessions;
  private final HttpServer server;

  /**
   * How to serve.
   *
   * @param address where; port 0 for any that is free
   * @param tls encrypts; null where nothing is encrypted
   * @param allowedOrigins those of pages beside its own, such as {@code https://example.org}
   * @param whenAlone what becomes of guests that nobody watches
   * @param report is told of sessions that end, each in a line; on any thread
   */
  public record Options(
      InetSocketAddress address,
      @Nullable SSLContext tls,
      List<String> allowedOrigins,
      StreamLimits limits,
      WhenAlone whenAlone,
      Consumer<String> report) {
    /** What suits one machine. */
    public static Options defaults(InetSocketAddress address) {
      return new Options(
          address, null, List.of(), StreamLimits.defaults(), WhenAlone.PAUSE, line -> {});
    }

    String scheme() {
      return tls == null ? "http" : "https";
    }
  }

  /**
   * Starts to serve.
   *
   * @throws UncheckedIOException if it cannot be served there
   * @throws IllegalArgumentException if what is allowed is no origin
   */
  public StreamServer(StreamedProgram program, Options options) {
    for (String origin : options.allowedOrigins()) {
      if (!Origins.isOrigin(origin)) {
        throw new IllegalArgumentException(
            "expected an origin such as https://example.org, found `%s`".formatted(origin));
      }
    }
    this.options = options;
    this.sessions =
        new Sessions(
            program,
            options.limits(),
            options.whenAlone(),
            (session, why) ->
                options
                    .report()
                    .accept("a session has ended: %s (%s)".formatted(why, session.timings())));
    Origins origins =
        new Origins(options.address().getAddress(), options.scheme(), options.allowedOrigins());
    this.server =
        new HttpServer(
            options.address(), options.tls(), options.limits(), origins, invitation, sessions);
  }

  /** The port that it serves on. */
  public int port() {
    return server.port();
  }

  /** The address of the page, with what lets whoever opens it have sessions. */
  public String invitation() {
    String host = options.address().getAddress().getHostAddress();
    return "%s://%s:%d/#invite=%s"
        .formatted(
            options.scheme(),
            host.contains(":") ? "[" + host + "]" : host,
            port(),
            invitation.text());
  }

  /** Ends all sessions, and stops. */
  @Override
  public void close() {
    sessions.close();
    server.close();
  }
}
