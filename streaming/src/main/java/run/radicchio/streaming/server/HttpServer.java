package run.radicchio.streaming.server;

import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.StreamLimits;

/** The server on Helidon, and its clock. */
public final class HttpServer implements AutoCloseable {
  private static final int HEADER_BYTES = 8192;
  private static final long TICK_MILLIS = 500;

  /** How long what is written last may take after a connection was closed. */
  private static final int LINGER_SECONDS = 2;

  /**
   * Helidon says much, and here it is said anyway where something goes wrong. Kept, since a logger
   * that nobody has forgets its level.
   */
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  /** How long viewers may take to hear how it ended. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final WebServer server;
  private final Connections connections;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("radicchio-clock").factory());

  /**
   * Starts to serve.
   *
   * @param invitation lets a page open sessions
   * @throws UncheckedIOException if it cannot be served there
   */
  public HttpServer(
      InetSocketAddress address,
      @Nullable SSLContext tls,
      StreamLimits limits,
      Origins origins,
      Secret invitation,
      Sessions sessions) {
    HELIDON.setLevel(Level.OFF);
    Door door = new Door(origins, invitation, sessions);
    Upgrade upgrade = new Upgrade(door, limits);
    this.connections =
        new Connections(
            Http1ConnectionSelector.builder()
                .config(Http1Config.builder().maxHeadersSize(HEADER_BYTES).build())
                .addUpgrader(upgrade)
                .build(),
            limits.times().opening());
    upgrade.tell(connections);
    this.server = open(address, tls, limits, connections, new Pages(door));
    tick(connections::tick);
    tick(sessions::tick);
  }

  private void tick(Runnable action) {
    var _ = clock.scheduleWithFixedDelay(action, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static WebServer open(
      InetSocketAddress address,
      @Nullable SSLContext tls,
      StreamLimits limits,
      Connections connections,
      Pages pages) {
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
            .protocolsDiscoverServices(false)
            .shutdownGracePeriod(Duration.ofMillis(100))
            .connectionOptions(
                socket ->
                    socket
                        .readTimeout(limits.times().silence())
                        .tcpNoDelay(true)
                        .putSocketOption(StandardSocketOptions.SO_LINGER, LINGER_SECONDS))
            .maxTcpConnections(limits.clients().connections())
            .maxPayloadSize(0)
            .addConnectionSelector(connections)
            .routing(pages::route)
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

  /** Stops, when those who watched have been told that their session has ended. */
  @Override
  public void close() {
    clock.shutdownNow();
    try {
      connections.awaitFarewells(FAREWELL);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    server.stop();
  }
}
