package run.radicchio.streaming.server;

import com.google.gson.JsonParseException;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import run.radicchio.streaming.StreamLimits;
import run.radicchio.streaming.protocol.FromPage;
import run.radicchio.streaming.session.Session;
import run.radicchio.streaming.session.Viewer;
import run.radicchio.streaming.session.Wire;
import run.radicchio.streaming.websocket.CloseCode;
import run.radicchio.streaming.websocket.Frame;
import run.radicchio.streaming.websocket.Message;
import run.radicchio.streaming.websocket.MessageReader;
import run.radicchio.streaming.websocket.WebSocketException;

/** The WebSocket of one viewer. */
final class StreamConnection implements ServerConnection, Wire, Connections.Watched {
  /** How long a client has to close its end too. */
  private static final long CLOSING_NANOS = Duration.ofSeconds(2).toNanos();

  /** How often a silent client is asked whether it is there, within the time it may be silent. */
  private static final int PINGS = 3;

  private final ConnectionContext context;
  private final Session session;
  private final StreamLimits limits;
  private final Runnable ended;
  private final ReentrantLock writing = new ReentrantLock();
  private final long began = System.nanoTime();
  private volatile long heard = began;
  private volatile long asked = began;
  private volatile @Nullable Long writingSince;
  private volatile @Nullable Long closingSince;
  private volatile @Nullable Viewer viewer;

  /**
   * A connection that has become a WebSocket.
   *
   * @param ended what to do when it is over
   */
  StreamConnection(
      ConnectionContext context, Session session, StreamLimits limits, Runnable ended) {
    this.context = context;
    this.session = session;
    this.limits = limits;
    this.ended = ended;
  }

  @Override
  public void handle(Limit limit) {
    try {
      read();
    } catch (WebSocketException misuse) {
      say(misuse.code(), misuse.getMessage());
    } catch (IOException gone) {
      // There is nobody to tell.
    } finally {
      Viewer watching = viewer;
      if (watching != null) {
        watching.leave();
      }
      ended.run();
    }
  }

  private void read() throws IOException, WebSocketException {
    StreamLimits.Clients bounds = limits.clients();
    MessageReader messages =
        new MessageReader(new HelidonInput(context.dataReader()), bounds.messageBytes());
    Rate rate = new Rate(bounds.messagesPerSecond(), began);
    while (true) {
      Message message = messages.read();
      heard = System.nanoTime();
      if (!rate.isWithin(heard)) {
        throw new WebSocketException(
            CloseCode.POLICY_VIOLATION,
            "more than %d messages a second".formatted(bounds.messagesPerSecond()));
      }
      switch (message) {
        case Message.Text(String text) -> receive(text);
        case Message.Ping(byte[] bytes) -> pong(bytes);
        case Message.Pong() -> {}
        case Message.Close() -> {
          if (closingSince == null) {
            say(CloseCode.NORMAL, "");
          }
          return;
        }
      }
    }
  }

  private void receive(String text) throws WebSocketException {
    FromPage message;
    try {
      message = FromPage.read(text);
    } catch (JsonParseException misuse) {
      throw new WebSocketException(CloseCode.INVALID_DATA, String.valueOf(misuse.getMessage()));
    }
    Viewer watching = viewer;
    if (watching != null) {
      watching.receive(message);
    } else if (message instanceof FromPage.Hello hello) {
      join(hello);
    } else {
      throw new WebSocketException(CloseCode.POLICY_VIOLATION, "hello is the first message");
    }
  }

  private void join(FromPage.Hello hello) throws WebSocketException {
    viewer = session.join(this, hello);
    if (viewer == null) {
      throw new WebSocketException(
          CloseCode.POLICY_VIOLATION, "too many watch this session, or it has ended");
    }
  }

  private void pong(byte[] bytes) {
    Viewer watching = viewer;
    if (watching != null) {
      watching.send(Frame.pong(bytes));
    }
  }

  @Override
  public void send(Frame frame) throws IOException {
    writing.lock();
    try {
      writingSince = System.nanoTime();
      context.dataWriter().writeNow(BufferData.create(frame.encoded()));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (RuntimeException failure) {
      // Helidon wraps some of them otherwise.
      throw new IOException(failure);
    } finally {
      writingSince = null;
      writing.unlock();
    }
  }

  @Override
  public void close(CloseCode code, String why) {
    if (closingSince == null) {
      closingSince = System.nanoTime();
      Thread.ofVirtual().start(() -> say(code, why));
    }
  }

  private void say(CloseCode code, String why) {
    try {
      send(Frame.close(code, why));
    } catch (IOException gone) {
      // Then it is closed.
    }
  }

  @Override
  public boolean isWell(long now) {
    Viewer watching = viewer;
    long silence = limits.times().silence().toNanos();
    if (watching != null && now - Math.max(heard, asked) > silence / PINGS) {
      asked = now;
      watching.send(Frame.ping());
    }
    boolean isLate =
        watching == null
            ? now - began > limits.times().opening().toNanos()
            : now - heard > silence || watching.isStuck(now);
    return !isLate
        && !isOver(writingSince, silence, now)
        && !isOver(closingSince, CLOSING_NANOS, now);
  }

  private static boolean isOver(@Nullable Long since, long most, long now) {
    return since != null && now - since > most;
  }

  @Override
  public Duration idleTime() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  @Override
  public void close(boolean interrupt) {
    close(CloseCode.GOING_AWAY, "the server stops");
  }
}
