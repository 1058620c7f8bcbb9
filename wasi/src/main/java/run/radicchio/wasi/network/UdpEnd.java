package run.radicchio.wasi.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.poll.Event;

/**
 * Where datagrams come and go. Those are dropped which come from where the guest may not reach,
 * unless anybody may reach the guest there.
 */
final class UdpEnd {
  private static final int LARGEST = 1 << 16;

  /** How many are dropped before others have their turn. */
  private static final int MOST_DROPPED = 64;

  /** A datagram that has come. */
  record Datagram(ByteBuffer data, InetSocketAddress from) {}

  private final SharedNetwork network;
  private final ProtocolFamily family;
  private final DatagramChannel channel;
  private final SocketOptions options;
  private final Polled polled;
  private final Event readable;
  private final Event writable;
  private @Nullable Datagram kept;
  private @Nullable IOException failure;
  private @Nullable InetSocketAddress peer;
  private Event.@Nullable Registration untilWritable;
  private boolean bound;
  private volatile boolean full;
  private boolean closed;

  private UdpEnd(SharedNetwork network, ProtocolFamily family, DatagramChannel channel)
      throws IOException {
    this.network = network;
    this.family = family;
    this.channel = channel;
    this.options = new SocketOptions(channel);
    this.polled = new Polled(channel);
    this.readable = polled.incoming(this::hasSomething);
    this.writable = polled.outgoing(() -> !full);
  }

  /** A new one, which is not bound. */
  static UdpEnd open(SharedNetwork network, ProtocolFamily family) throws NetworkFailure {
    network.opens();
    try {
      return new UdpEnd(network, family, DatagramChannel.open(family));
    } catch (UnsupportedOperationException unknown) {
      network.closes();
      throw new NetworkFailure(ErrorCode.NOT_SUPPORTED);
    } catch (IOException problem) {
      network.closes();
      throw NetworkFailure.of(problem);
    }
  }

  ProtocolFamily family() {
    return family;
  }

  SocketOptions options() {
    return options;
  }

  private static void checkState(boolean isRight) throws NetworkFailure {
    if (!isRight) {
      throw new NetworkFailure(ErrorCode.INVALID_STATE);
    }
  }

  synchronized void bind(InetSocketAddress local) throws NetworkFailure {
    checkState(!bound);
    network.checkBind(family, local);
    try {
      channel.bind(local);
    } catch (IOException problem) {
      throw NetworkFailure.of(problem);
    }
    bound = true;
  }

  private void bindToAny() throws NetworkFailure {
    if (!bound) {
      bind(new InetSocketAddress(Ip.any(family), 0));
    }
  }

  synchronized void checkBound() throws NetworkFailure {
    checkState(bound);
  }

  /** Gives it a peer, in place of the one that it has, and binds it where it is not bound. */
  synchronized void connect(InetSocketAddress remote) throws NetworkFailure {
    network.checkReach(family, remote);
    bindToAny();
    try {
      channel.disconnect();
      peer = null;
      channel.connect(remote);
      peer = remote;
    } catch (IOException problem) {
      throw NetworkFailure.of(problem);
    }
  }

  /** Takes its peer away, if it has one. */
  synchronized void disconnect() throws NetworkFailure {
    try {
      channel.disconnect();
      peer = null;
    } catch (IOException problem) {
      throw NetworkFailure.of(problem);
    }
  }

  synchronized InetSocketAddress local() throws NetworkFailure {
    checkState(bound);
    try {
      return (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException problem) {
      throw NetworkFailure.of(problem);
    }
  }

  synchronized InetSocketAddress remote() throws NetworkFailure {
    checkState(peer != null);
    return peer;
  }

  /**
   * Sends a datagram, and binds the socket where it is not bound.
   *
   * @param to null for its peer
   * @return whether the system has taken it; if not, it does when this is {@link #writable}
   */
  synchronized boolean send(ByteBuffer data, @Nullable InetSocketAddress to) throws NetworkFailure {
    if (to == null ? peer == null : peer != null && !peer.equals(to)) {
      throw new NetworkFailure(ErrorCode.INVALID_ARGUMENT);
    } else if (data.remaining() >= LARGEST) {
      throw new NetworkFailure(ErrorCode.DATAGRAM_TOO_LARGE);
    } else if (peer != null && !data.hasRemaining()) {
      throw new NetworkFailure(ErrorCode.NOT_SUPPORTED); // Java would send nothing at all
    }
    if (to != null) {
      network.checkReach(family, to);
    }
    bindToAny();
    try {
      int length = data.remaining();
      int sent = to == null || peer != null ? channel.write(data) : channel.send(data, to);
      full = sent < length;
    } catch (IOException problem) {
      throw failureOf(problem);
    }
    if (full) {
      awaitRoom();
    }
    return !full;
  }

  private void awaitRoom() {
    if (untilWritable != null) {
      untilWritable.close();
    }
    untilWritable = writable.onReady(() -> full = false);
  }

  /**
   * The next datagram.
   *
   * @return null where there is none yet
   */
  synchronized @Nullable Datagram receive() throws NetworkFailure {
    checkState(bound);
    if (!hasSomething()) {
      return null;
    }
    Datagram datagram = kept;
    IOException problem = failure;
    if (datagram == null && problem != null) {
      failure = null;
      throw failureOf(problem);
    }
    kept = null;
    return datagram;
  }

  /** Whether a failure comes next. */
  synchronized boolean hasFailed() {
    return hasSomething() && kept == null;
  }

  private synchronized boolean hasSomething() {
    try {
      for (int i = 0; kept == null && failure == null && bound && i < MOST_DROPPED; i++) {
        ByteBuffer into = ByteBuffer.allocate(LARGEST);
        InetSocketAddress from = (InetSocketAddress) channel.receive(into);
        if (from == null) {
          break;
        } else if (isWanted(from)) {
          byte[] data = new byte[into.flip().remaining()];
          into.get(data);
          kept = new Datagram(ByteBuffer.wrap(data), from);
        }
      }
    } catch (IOException problem) {
      failure = problem;
    }
    return kept != null || failure != null;
  }

  /** The system gives those of IPv4 to sockets of IPv6 as well, and WASI does not. */
  private boolean isWanted(InetSocketAddress from) throws IOException {
    return Ip.isOf(family, from.getAddress())
        && (network.permissions().mayReach(from)
            || network.permissions().mayListen((InetSocketAddress) channel.getLocalAddress()));
  }

  private static NetworkFailure failureOf(IOException problem) {
    return problem instanceof PortUnreachableException
        ? new NetworkFailure(ErrorCode.CONNECTION_REFUSED)
        : NetworkFailure.of(problem);
  }

  /** Ready when there is a datagram, or a failure. */
  Event readable() {
    return readable;
  }

  /** Ready when a datagram can be sent. */
  Event writable() {
    return writable;
  }

  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      kept = null;
    }
    try {
      polled.close();
    } catch (IOException over) {
      // There is nothing to be done about it.
    } finally {
      network.closes();
    }
  }
}
