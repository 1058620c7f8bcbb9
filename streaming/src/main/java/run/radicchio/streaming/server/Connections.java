package run.radicchio.streaming.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Every connection that is made, of which those are ended that have not become a WebSocket in time,
 * or nothing is heard of: a client may otherwise say a letter a second for ever.
 */
final class Connections implements ServerConnectionSelector {
  private final Http1ConnectionSelector http;
  private final Duration opening;
  private final Map<ConnectionContext, Watched> watched = new ConcurrentHashMap<>();

  /** Who says whether a connection goes on. */
  @FunctionalInterface
  interface Watched {
    /** Whether all is well with it, at a time of {@link System#nanoTime}. */
    boolean isWell(long now);
  }

  /**
   * None yet.
   *
   * @param opening how long one may be there without being a WebSocket
   */
  Connections(Http1ConnectionSelector http, Duration opening) {
    this.http = http;
    this.opening = opening;
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    long began = System.nanoTime();
    watched.put(context, now -> now - began < opening.toNanos());
    return http.connection(context);
  }

  /** It is known what it is from now on. */
  void watch(ConnectionContext context, Watched by) {
    watched.put(context, by);
  }

  /** It is over. */
  synchronized void forget(ConnectionContext context) {
    watched.remove(context);
    notifyAll();
  }

  /** Waits until there is no WebSocket any more, but no longer than this. */
  synchronized void awaitFarewells(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long left = most.toNanos();
    while (left > 0 && watched.values().stream().anyMatch(StreamConnection.class::isInstance)) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }

  /** Time has passed: ends those with which not all is well. */
  void tick() {
    long now = System.nanoTime();
    watched.forEach(
        (context, by) -> {
          if (!by.isWell(now)) {
            watched.remove(context);
            // To close may wait for what is being written, with TLS.
            Thread.ofVirtual().start(context.serverSocket()::close);
          }
        });
  }
}
