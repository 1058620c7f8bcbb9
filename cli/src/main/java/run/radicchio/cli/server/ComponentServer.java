package run.radicchio.cli.server;

import io.helidon.common.tls.Tls;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.LinkedComponent;
import run.radicchio.component.Store;
import run.radicchio.component.Trap;
import run.radicchio.wasi.HttpService;
import run.radicchio.wasi.http.HttpException;

/**
 * A server of which a component answers the requests, at one time each in an instance of its own.
 */
public final class ComponentServer implements AutoCloseable {
  /**
   * How long a connection may say nothing, in a request and between two. Helidon 4.3.2 was seen not
   * to end those that say nothing at all, or stop within headers.
   */
  private static final Duration IDLE = Duration.ofMinutes(1);

  /** How long the rest of a request may take that is answered already. */
  private static final Duration REST = Duration.ofSeconds(5);

  private static final int HEADER_BYTES = 1 << 16;

  /**
   * Helidon says much, and here it is said anyway where something goes wrong. Kept, since a logger
   * that nobody has forgets its level.
   */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private final HttpService service;
  private final ServerLimits limits;
  private final Instances instances;
  private final BiConsumer<String, Throwable> failures;
  private final Semaphore free;
  private final WebServer server;
  private volatile boolean isStopping;

  /**
   * Starts to serve.
   *
   * @param address port 0 for any that is free
   * @param tls encrypts; null where nothing is encrypted
   * @param failures is told of requests that were not answered as they should be, and why; on any
   *     thread
   * @throws Trap if the component traps as it starts
   * @throws UncheckedIOException if it cannot be served there
   */
  public ComponentServer(
      HttpService service,
      LinkedComponent component,
      InetSocketAddress address,
      @Nullable SSLContext tls,
      ServerLimits limits,
      BiConsumer<String, Throwable> failures) {
    HELIDON.setLevel(Level.OFF);
    this.service = service;
    this.limits = limits;
    this.instances =
        new Instances(
            component, limits.store().withDeadline(limits.time()), limits.requestsAnInstance());
    this.failures = failures;
    this.free = new Semaphore(limits.requests());
    // What the first instance has to do for all is not to be a request's time.
    component.instantiate(new Store(limits.store())).close();
    this.server = open(address, tls);
  }

  private WebServer open(InetSocketAddress address, @Nullable SSLContext tls) {
    WebServerConfig.Builder builder = WebServer.builder();
    if (tls != null) {
      builder.tls(Tls.builder().sslContext(tls).build());
    }
    WebServer opened =
        builder
            .address(address.getAddress())
            .port(address.getPort())
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .shutdownGracePeriod(Duration.ofMillis(100))
            .connectionOptions(socket -> socket.readTimeout(IDLE))
            .idleConnectionTimeout(IDLE)
            .maxTcpConnections(limits.connections())
            .maxPayloadSize(-1)
            .addProtocol(
                io.helidon.webserver.http1.Http1Config.builder()
                    .maxHeadersSize(HEADER_BYTES)
                    .build())
            .routing(routing -> routing.any(this::handle))
            .build()
            .start();
    if (!opened.isRunning()) {
      throw new UncheckedIOException(
          new BindException("the address is in use, or none of this machine"));
    }
    return opened;
  }

  /** The port that it serves on. */
  public int port() {
    return server.port();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    HelidonExchange exchange = new HelidonExchange(request, response, limits.body());
    if (request.headers().contentLength().orElse(0) > limits.body()) {
      exchange.refuse(Status.REQUEST_ENTITY_TOO_LARGE_413);
    } else if (isStopping || !free.tryAcquire()) {
      exchange.refuse(Status.SERVICE_UNAVAILABLE_503);
    } else {
      try {
        answer(exchange);
      } finally {
        free.release();
      }
    }
    if (!isWhole(exchange)) {
      throw new CloseConnectionException("the request was malformed, or went on for too long");
    }
  }

  /** Helidon would wait for the rest of a request for as long as its client likes. */
  private static boolean isWhole(HelidonExchange exchange) {
    try {
      return exchange.isWhole(REST);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void answer(HelidonExchange exchange) {
    try (Instances.Turn turn = instances.next()) {
      service.answer(exchange, turn.instance(), limits.time());
      turn.succeed();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      fail(exchange, Status.SERVICE_UNAVAILABLE_503, interruption);
    } catch (TimeoutException late) {
      fail(exchange, Status.GATEWAY_TIMEOUT_504, late);
    } catch (Trap trap) {
      boolean isLate = trap.kind() == Trap.Kind.DEADLINE_PASSED;
      fail(exchange, isLate ? Status.GATEWAY_TIMEOUT_504 : Status.INTERNAL_SERVER_ERROR_500, trap);
    } catch (HttpException | RuntimeException failure) {
      fail(exchange, Status.INTERNAL_SERVER_ERROR_500, failure);
    }
  }

  /**
   * Answers that something went wrong; where an answer has begun, all that is left is to break off.
   */
  private void fail(HelidonExchange exchange, Status status, Throwable why) {
    failures.accept(exchange.toString(), why);
    Status said = exchange.isTooLong() ? Status.REQUEST_ENTITY_TOO_LARGE_413 : status;
    if (!exchange.refuse(said)) {
      throw new CloseConnectionException("the answer could not be sent to its end", why);
    }
  }

  /** Takes no more requests, lets those that are there come to an end, for a while, and stops. */
  @Override
  public void close() {
    isStopping = true;
    try {
      // All of them are free once no request is left.
      boolean _ =
          free.tryAcquire(limits.requests(), limits.grace().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    server.stop();
    instances.close();
  }
}
