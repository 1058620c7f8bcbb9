package run.radicchio.wasi.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.Ticker;
import run.radicchio.wasi.poll.Attempts;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.streams.Output;

/**
 * What a connection sends. The system takes it from where it lies; what it does not take at once is
 * kept, and there is no room for more until it has.
 */
final class SocketOutput implements Output {
  private static final int ROOM = 1 << 16;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** How long a peer may take nothing at all of what is left when nobody writes any more. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SocketChannel channel;
  private final Polled polled;
  private final Runnable whenClosed;
  private final Event writable;
  private ByteBuffer kept = NOTHING;
  private boolean stopped;
  private boolean closed;
  private @Nullable IOException failure;

  /**
   * What goes through a channel.
   *
   * @param whenClosed run once, when nobody writes any more
   */
  SocketOutput(SocketChannel channel, Polled polled, Runnable whenClosed) {
    this.channel = channel;
    this.polled = polled;
    this.whenClosed = whenClosed;
    this.writable = polled.outgoing(this::isIdle);
  }

  @Override
  public synchronized int room() throws IOException {
    boolean idle = isIdle();
    if (failure != null) {
      throw failure;
    }
    return idle ? ROOM : 0;
  }

  /** Takes bytes, where there is room; of any number. */
  @Override
  public synchronized void write(ByteBuffer bytes) throws IOException {
    if (failure != null) {
      throw failure;
    } else if (stopped) {
      throw new IOException("Broken pipe");
    }
    ByteBuffer left = bytes.slice();
    send(left);
    if (left.hasRemaining()) {
      kept = ByteBuffer.allocate(left.remaining()).put(left).flip();
    }
  }

  /** Whether nothing waits to be sent, or never will be. */
  private synchronized boolean isIdle() {
    if (kept.hasRemaining()) {
      send(kept);
    }
    if (kept.hasRemaining()) {
      return false;
    }
    kept = NOTHING;
    return true;
  }

  private void send(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining() && channel.write(bytes) > 0) {
        // The system takes some at a time.
      }
    } catch (IOException e) {
      bytes.position(bytes.limit());
      failure = e;
    }
  }

  /** All that was written is on its way to the system already. */
  @Override
  public void flush() {}

  @Override
  public Event writable() {
    return writable;
  }

  /** Nothing more is written: the peer is told so after all that was. */
  void stop() {
    int left;
    synchronized (this) {
      if (stopped) {
        return;
      }
      stopped = true;
      left = kept.remaining();
    }
    if (left > 0) {
      giveUpWhereNothingMoves(left);
    }
    whenIdle(this::sendEnd);
  }

  /** So that a peer which takes nothing does not keep what a guest leaves behind for ever. */
  private void giveUpWhereNothingMoves(int before) {
    Ticker clock = Ticker.system();
    var _ = clock.at(clock.now() + PATIENCE.toNanos(), () -> lookAgain(before));
  }

  private void lookAgain(int before) {
    int left;
    synchronized (this) {
      left = kept.remaining();
      if (left == before) {
        kept = NOTHING;
        failure = new IOException("Connection timed out");
      }
    }
    if (left == before) {
      polled.mayBeReady(SelectionKey.OP_WRITE);
    } else if (left > 0) {
      giveUpWhereNothingMoves(left);
    }
  }

  private void sendEnd() {
    try {
      if (channel.isConnected()) {
        channel.shutdownOutput();
      }
    } catch (IOException over) {
      // Then the peer knows.
    }
  }

  /** Does something once all that was written is sent, or cannot be. */
  void whenIdle(Runnable action) {
    if (isIdle()) {
      action.run();
    } else {
      var _ =
          Attempts.when(
              writable,
              () -> {
                action.run();
                return true;
              });
    }
  }

  /** Why what was written could not be sent; null where it was. */
  synchronized @Nullable IOException failure() {
    return failure;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    whenClosed.run();
  }
}
