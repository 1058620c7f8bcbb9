package run.radicchio.wasi.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.streams.Input;

/** What a connection receives. It keeps no more than it read to see whether there is something. */
final class SocketInput implements Input {
  private static final int LEAST = 1 << 11;
  private static final int MOST = 1 << 16;

  private final SocketChannel channel;
  private final Runnable whenClosed;
  private final Event readable;
  private byte[] kept = new byte[0];
  private int window = LEAST;
  private boolean ended;
  private boolean closed;
  private @Nullable IOException failure;

  /**
   * What comes through a channel.
   *
   * @param whenClosed run once, when nobody reads any more
   */
  SocketInput(SocketChannel channel, Polled polled, Runnable whenClosed) {
    this.channel = channel;
    this.whenClosed = whenClosed;
    this.readable = polled.incoming(this::hasSomething);
  }

  @Override
  public synchronized @Nullable ByteBuffer read(int most) throws IOException {
    if (kept.length == 0 && most > 0) {
      fill();
    }
    if (kept.length > 0) {
      byte[] bytes = kept.length <= most ? kept : Arrays.copyOf(kept, most);
      kept = Arrays.copyOfRange(kept, bytes.length, kept.length);
      return ByteBuffer.wrap(bytes);
    } else if (failure != null) {
      throw failure;
    }
    return ended ? null : ByteBuffer.allocate(0);
  }

  private synchronized boolean hasSomething() {
    if (kept.length == 0) {
      fill();
    }
    return kept.length > 0 || ended;
  }

  /** Reads what is there, more of it where there was much before. */
  private void fill() {
    if (ended) {
      return;
    }
    ByteBuffer into = ByteBuffer.allocate(window);
    try {
      ended = channel.read(into) < 0;
    } catch (IOException e) {
      ended = true;
      failure = NetworkFailure.of(e);
    }
    kept = into.hasRemaining() ? Arrays.copyOf(into.array(), into.position()) : into.array();
    if (!into.hasRemaining()) {
      window = Math.min(window * 2, MOST);
    } else if (into.position() < window / 4) {
      window = Math.max(window / 2, LEAST);
    }
  }

  @Override
  public Event readable() {
    return readable;
  }

  /** Nothing more is wanted, and what has come is forgotten. */
  synchronized void stop() {
    kept = new byte[0];
    ended = true;
    try {
      if (channel.isConnected()) {
        channel.shutdownInput();
      }
    } catch (IOException over) {
      // Then nothing comes in any case.
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      stop();
    }
    whenClosed.run();
  }
}
