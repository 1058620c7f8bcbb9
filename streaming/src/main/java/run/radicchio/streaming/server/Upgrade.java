package run.radicchio.streaming.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HttpPrologue;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.spi.Http1Upgrader;
import io.helidon.webserver.spi.ServerConnection;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.StreamLimits;

/** Makes WebSockets of connections; requests that are refused are answered as others are. */
final class Upgrade implements Http1Upgrader {
  static final String PATH = "/stream";

  private final Door door;
  private final StreamLimits limits;
  private @Nullable Connections connections;

  Upgrade(Door door, StreamLimits limits) {
    this.door = door;
    this.limits = limits;
  }

  /** Where what becomes a WebSocket is watched. */
  void tell(Connections watching) {
    connections = watching;
  }

  @Override
  public String supportedProtocol() {
    return "websocket";
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable ServerConnection upgrade(
      ConnectionContext context, HttpPrologue prologue, WritableHeaders<?> headers) {
    if (!prologue.uriPath().path().equals(PATH)
        || !(door.watch(headers) instanceof Door.Answer.Welcome welcome)
        || connections == null) {
      return null;
    }
    Connections watching = connections;
    StreamConnection connection =
        new StreamConnection(context, welcome.session(), limits, () -> watching.forget(context));
    watching.watch(context, connection);
    context.dataWriter().writeNow(BufferData.create(answer(welcome)));
    return connection;
  }

  private static byte[] answer(Door.Answer.Welcome welcome) {
    return String.join(
            "\r\n",
            "HTTP/1.1 101 Switching Protocols",
            "Connection: Upgrade",
            "Upgrade: websocket",
            Door.ACCEPT.defaultCase() + ": " + welcome.accept(),
            Door.PROTOCOLS.defaultCase() + ": " + Door.PROTOCOL,
            "",
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
