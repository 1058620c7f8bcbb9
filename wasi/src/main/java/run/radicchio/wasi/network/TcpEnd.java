package run.radicchio.wasi.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.poll.Event;

/**
 * An end of a connection, or what accepts them, in one of the states of WASI's "Operational
 * semantics of WASI TCP sockets". It is there until everybody who holds it has let it go: the
 * guest's handle, and the streams that were made of it.
 *
 * <p>Java has one kind of channel for connections and another that accepts them, and knows only
 * when it listens which is meant. So a socket that is to listen gets the other channel then, on the
 * port that it is bound to.
 */
final class TcpEnd {
  private enum State {
    UNBOUND,
    BOUND,
    LISTENING,
    CONNECTING,
    CONNECTED,
    CLOSED
  }

  private final SharedNetwork network;
  private final ProtocolFamily family;
  private final SocketOptions options;
  private State state;
  private SelectableChannel channel;
  private Polled polled;
  private int backlog;
  private int holders = 1;
  private @Nullable SocketChannel waiting;
  private @Nullable IOException refusal;
  private @Nullable SocketInput input;
  private @Nullable SocketOutput output;

  private TcpEnd(
      SharedNetwork network,
      ProtocolFamily family,
      SocketChannel channel,
      SocketOptions options,
      State state)
      throws IOException {
    this.network = network;
    this.family = family;
    this.channel = channel;
    this.options = options;
    this.state = state;
    this.polled = new Polled(channel);
  }

  /** A new one, which is not bound. */
  static TcpEnd open(SharedNetwork network, ProtocolFamily family) throws NetworkFailure {
    network.opens();
    try {
      SocketChannel channel = SocketChannel.open(family);
      return new TcpEnd(network, family, channel, new SocketOptions(channel), State.UNBOUND);
    } catch (UnsupportedOperationException unknown) {
      network.closes();
      throw new NetworkFailure(ErrorCode.NOT_SUPPORTED);
    } catch (IOException failure) {
      network.closes();
      throw NetworkFailure.of(failure);
    }
  }

  ProtocolFamily family() {
    return family;
  }

  /** What guests set of it. */
  synchronized SocketOptions options() throws NetworkFailure {
    checkState(state != State.CLOSED);
    return options;
  }

  private static void checkState(boolean isRight) throws NetworkFailure {
    if (!isRight) {
      throw new NetworkFailure(ErrorCode.INVALID_STATE);
    }
  }

  /** Nothing is begun while it is connecting. */
  private void checkIdle() throws NetworkFailure {
    if (state == State.CONNECTING) {
      throw new NetworkFailure(ErrorCode.CONCURRENCY_CONFLICT);
    }
  }

  synchronized void bind(InetSocketAddress local) throws NetworkFailure {
    checkIdle();
    checkState(state == State.UNBOUND);
    SharedNetwork.checkUnicast(local.getAddress());
    network.checkBind(family, local);
    try {
      SocketChannel socket = (SocketChannel) channel;
      // So that connections which were closed lately are not in the way.
      socket.setOption(StandardSocketOptions.SO_REUSEADDR, local.getPort() != 0);
      socket.bind(local);
    } catch (IOException failure) {
      throw NetworkFailure.of(failure);
    }
    state = State.BOUND;
  }

  /** Begins to connect. */
  synchronized void connect(InetSocketAddress remote) throws NetworkFailure {
    checkIdle();
    checkState(state == State.UNBOUND || state == State.BOUND);
    SharedNetwork.checkUnicast(remote.getAddress());
    network.checkReach(family, remote);
    state = State.CONNECTING;
    try {
      ((SocketChannel) channel).connect(remote);
    } catch (IOException failure) {
      state = State.CLOSED;
      throw NetworkFailure.of(failure);
    }
  }

  /**
   * Ends to connect.
   *
   * @throws NetworkFailure {@code WOULD_BLOCK} if that must be waited for
   */
  synchronized void finishConnect() throws NetworkFailure {
    if (state != State.CONNECTING) {
      throw new NetworkFailure(ErrorCode.NOT_IN_PROGRESS);
    } else if (!connectIsOver()) {
      throw new NetworkFailure(ErrorCode.WOULD_BLOCK);
    } else if (refusal != null) {
      state = State.CLOSED;
      throw NetworkFailure.of(refusal);
    }
    connected();
  }

  private void connected() {
    state = State.CONNECTED;
    input = new SocketInput((SocketChannel) channel, polled, this::release);
    output = new SocketOutput((SocketChannel) channel, polled, this::release);
  }

  private synchronized boolean connectIsOver() {
    try {
      return refusal != null || ((SocketChannel) channel).finishConnect();
    } catch (IOException failure) {
      refusal = failure;
      return true;
    }
  }

  /** Listens where it is bound. */
  synchronized void listen() throws NetworkFailure {
    checkIdle();
    checkState(state == State.BOUND);
    try {
      InetSocketAddress local = (InetSocketAddress) ((SocketChannel) channel).getLocalAddress();
      network.checkListen(local);
      state = State.CLOSED;
      ServerSocketChannel listening = ServerSocketChannel.open(family);
      options.moveTo(listening);
      polled.close();
      channel = listening;
      polled = new Polled(listening);
      listening.bind(local, backlog);
      state = State.LISTENING;
    } catch (IOException failure) {
      throw NetworkFailure.of(failure);
    }
  }

  /** Binds to a free port of all addresses, where it is not bound. */
  synchronized void bindToAny() throws NetworkFailure {
    if (state == State.UNBOUND) {
      bind(new InetSocketAddress(Ip.any(family), 0));
    }
  }

  synchronized void setBacklog(long value) throws NetworkFailure {
    SocketOptions.positive(value);
    checkState(state == State.UNBOUND || state == State.BOUND || state == State.LISTENING);
    if (state == State.LISTENING) {
      throw new NetworkFailure(ErrorCode.NOT_SUPPORTED);
    }
    backlog = SocketOptions.clamped(value, Integer.MAX_VALUE);
  }

  synchronized boolean isListening() {
    return state == State.LISTENING;
  }

  /**
   * A connection that somebody has made.
   *
   * @throws NetworkFailure {@code WOULD_BLOCK} if there is none yet
   */
  synchronized TcpEnd accept() throws NetworkFailure {
    checkState(state == State.LISTENING);
    network.opens();
    try {
      SocketChannel accepted = hasWaiting() ? takeWaiting() : null;
      if (accepted == null) {
        throw refusal == null ? new NetworkFailure(ErrorCode.WOULD_BLOCK) : refusal;
      }
      return accepted(accepted);
    } catch (IOException failure) {
      refusal = null;
      network.closes();
      throw NetworkFailure.of(failure);
    }
  }

  private TcpEnd accepted(SocketChannel accepted) throws IOException {
    try {
      TcpEnd end =
          new TcpEnd(network, family, accepted, options.inherited(accepted), State.CONNECTED);
      end.connected();
      return end;
    } catch (IOException failure) {
      accepted.close();
      throw failure;
    }
  }

  /** Whether somebody has connected, or nobody can. */
  private synchronized boolean hasWaiting() {
    try {
      while (waiting == null && state == State.LISTENING) {
        SocketChannel next = ((ServerSocketChannel) channel).accept();
        if (next == null) {
          return false;
        } else if (Ip.isOf(family, next.socket().getInetAddress())) {
          waiting = next;
        } else {
          next.close(); // the system takes those of IPv4 for IPv6 as well, and WASI does not
        }
      }
    } catch (IOException failure) {
      refusal = failure;
    }
    return true;
  }

  synchronized InetSocketAddress local() throws NetworkFailure {
    checkState(state != State.UNBOUND && state != State.CLOSED);
    try {
      return (InetSocketAddress)
          (channel instanceof ServerSocketChannel listening
              ? listening.getLocalAddress()
              : ((SocketChannel) channel).getLocalAddress());
    } catch (IOException failure) {
      throw NetworkFailure.of(failure);
    }
  }

  synchronized InetSocketAddress remote() throws NetworkFailure {
    checkState(state == State.CONNECTED);
    try {
      return (InetSocketAddress) ((SocketChannel) channel).getRemoteAddress();
    } catch (IOException failure) {
      throw NetworkFailure.of(failure);
    }
  }

  /** What it receives; holds this from now on. To be asked for once. */
  synchronized SocketInput input() throws NetworkFailure {
    return held(input);
  }

  /** What it sends; holds this from now on. To be asked for once. */
  synchronized SocketOutput output() throws NetworkFailure {
    return held(output);
  }

  private <T> T held(@Nullable T stream) throws NetworkFailure {
    if (stream == null) {
      throw new NetworkFailure(ErrorCode.INVALID_STATE);
    }
    holders++;
    return stream;
  }

  /** Ends directions of the connection. */
  synchronized void shutdown(boolean receiving, boolean sending) throws NetworkFailure {
    checkState(state == State.CONNECTED);
    if (receiving && input != null) {
      input.stop();
    }
    if (sending && output != null) {
      output.stop();
    }
  }

  /** Ready when it is connected or will not be, when somebody has connected to it, or at once. */
  Event progress() {
    return new Progress();
  }

  private final class Progress implements Event {
    private Event now() {
      synchronized (TcpEnd.this) {
        return switch (state) {
          case CONNECTING -> polled.outgoing(TcpEnd.this::connectIsOver);
          case LISTENING -> polled.incoming(TcpEnd.this::hasWaiting);
          case UNBOUND, BOUND, CONNECTED, CLOSED -> Event.always();
        };
      }
    }

    @Override
    public boolean isReady() {
      return now().isReady();
    }

    @Override
    public Registration onReady(Runnable wake) {
      return now().onReady(wake);
    }
  }

  /** Somebody more holds it. */
  synchronized void hold() {
    holders++;
  }

  /** Somebody lets it go; the last one closes it, when all that was written is sent. */
  void release() {
    synchronized (this) {
      if (--holders > 0) {
        return;
      }
      state = State.CLOSED;
    }
    if (output == null) {
      close();
    } else {
      output.stop();
      output.whenIdle(this::close);
    }
  }

  /** Not under the lock: closing waits for the thread that tells who waits. */
  private void close() {
    try {
      polled.close();
      SocketChannel nobodys = takeWaiting();
      if (nobodys != null) {
        nobodys.close();
      }
    } catch (IOException over) {
      // There is nothing to be done about it.
    } finally {
      network.closes();
    }
  }

  private synchronized @Nullable SocketChannel takeWaiting() {
    SocketChannel taken = waiting;
    waiting = null;
    return taken;
  }
}
