package run.radicchio.wasi.network;

import static java.net.StandardSocketOptions.SO_RCVBUF;
import static java.net.StandardSocketOptions.SO_SNDBUF;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.p2.sockets.Networks.IpAddressFamily;
import run.radicchio.wasi.p2.sockets.Networks.IpSocketAddress;
import run.radicchio.wasi.p2.sockets.Networks.Network;
import run.radicchio.wasi.p2.sockets.SocketsException;
import run.radicchio.wasi.p2.sockets.Udp;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.poll.EventPollable;

/** A socket of WASI 0.2, and the streams that it has at the time. */
final class P2UdpSocket implements Udp.UdpSocket {
  /** How many datagrams are sent at once at most. */
  private static final int MOST = 16;

  private final UdpEnd end;
  private boolean bindStarted;
  private int streams;

  P2UdpSocket(UdpEnd end) {
    this.end = end;
  }

  @Override
  public void startBind(Network network, IpSocketAddress localAddress) throws SocketsException {
    P2Words.attempt(
        () -> {
          checkIdle();
          end.bind(P2Words.address(localAddress));
          bindStarted = true;
        });
  }

  private void checkIdle() throws NetworkFailure {
    if (bindStarted) {
      throw new NetworkFailure(ErrorCode.CONCURRENCY_CONFLICT);
    }
  }

  @Override
  public void finishBind() throws SocketsException {
    if (!bindStarted) {
      throw new SocketsException(ErrorCode.NOT_IN_PROGRESS);
    }
    bindStarted = false;
  }

  @Override
  public Udp.DatagramStreams stream(@Nullable IpSocketAddress remoteAddress)
      throws SocketsException {
    return P2Words.attempt(
        () -> {
          checkIdle();
          end.checkBound();
          if (remoteAddress == null) {
            end.disconnect();
          } else {
            end.connect(P2Words.address(remoteAddress));
          }
          streams++;
          return new Udp.DatagramStreams(new Incoming(streams), new Outgoing(streams));
        });
  }

  /** Streams are good for nothing where there are newer ones. */
  private void checkIsNewest(int stream) throws NetworkFailure {
    if (stream != streams) {
      throw new NetworkFailure(ErrorCode.INVALID_STATE);
    }
  }

  private final class Incoming implements Udp.IncomingDatagramStream {
    /** How many datagrams are received at once at most. */
    private static final int MOST_RECEIVED = 64;

    private final int number;

    Incoming(int number) {
      this.number = number;
    }

    @Override
    public List<Udp.IncomingDatagram> receive(long maxResults) throws SocketsException {
      return P2Words.attempt(
          () -> {
            checkIsNewest(number);
            return receiveSome(SocketOptions.clamped(maxResults, MOST_RECEIVED));
          });
    }

    private List<Udp.IncomingDatagram> receiveSome(int most) throws NetworkFailure {
      List<Udp.IncomingDatagram> datagrams = new ArrayList<>();
      while (datagrams.size() < most) {
        // A failure that comes after some is told of the next time.
        UdpEnd.Datagram next = datagrams.isEmpty() || !end.hasFailed() ? end.receive() : null;
        if (next == null) {
          return datagrams;
        }
        datagrams.add(new Udp.IncomingDatagram(next.data(), P2Words.address(next.from())));
      }
      return datagrams;
    }

    @Override
    public Poll.Pollable subscribe() {
      return new EventPollable(end.readable());
    }

    @Override
    public void close() {}
  }

  private final class Outgoing implements Udp.OutgoingDatagramStream {
    private final int number;
    private int permitted;

    Outgoing(int number) {
      this.number = number;
    }

    @Override
    public long checkSend() throws SocketsException {
      P2Words.attempt(() -> checkIsNewest(number));
      permitted = end.writable().isReady() ? MOST : 0;
      return permitted;
    }

    @Override
    public long send(List<Udp.OutgoingDatagram> datagrams) throws SocketsException {
      if (datagrams.size() > permitted) {
        throw new IllegalArgumentException(
            "%d datagrams are sent, and check-send has permitted %d"
                .formatted(datagrams.size(), permitted));
      }
      permitted -= datagrams.size();
      return P2Words.attempt(
          () -> {
            checkIsNewest(number);
            return sendSome(datagrams);
          });
    }

    /** A failure that comes after some were sent is not told, as the specification has it. */
    private long sendSome(List<Udp.OutgoingDatagram> datagrams) throws NetworkFailure {
      long sent = 0;
      try {
        for (Udp.OutgoingDatagram datagram : datagrams) {
          IpSocketAddress to = datagram.remoteAddress();
          if (!end.send(datagram.data(), to == null ? null : P2Words.address(to))) {
            break;
          }
          sent++;
        }
      } catch (NetworkFailure failure) {
        if (sent == 0) {
          throw failure;
        }
      }
      return sent;
    }

    @Override
    public Poll.Pollable subscribe() {
      return new EventPollable(end.writable());
    }

    @Override
    public void close() {}
  }

  @Override
  public IpSocketAddress localAddress() throws SocketsException {
    return P2Words.attempt(
        () -> {
          checkIdle();
          return P2Words.address(end.local());
        });
  }

  @Override
  public IpSocketAddress remoteAddress() throws SocketsException {
    return P2Words.attempt(() -> P2Words.address(end.remote()));
  }

  @Override
  public IpAddressFamily addressFamily() {
    return P2Words.family(end.family());
  }

  @Override
  public byte unicastHopLimit() throws SocketsException {
    return P2Words.attempt(() -> end.options().hopLimit());
  }

  @Override
  public void setUnicastHopLimit(byte value) throws SocketsException {
    P2Words.attempt(() -> end.options().setHopLimit(value));
  }

  @Override
  public long receiveBufferSize() throws SocketsException {
    return P2Words.attempt(() -> end.options().bytes(SO_RCVBUF));
  }

  @Override
  public void setReceiveBufferSize(long value) throws SocketsException {
    P2Words.attempt(() -> end.options().setBytes(SO_RCVBUF, value));
  }

  @Override
  public long sendBufferSize() throws SocketsException {
    return P2Words.attempt(() -> end.options().bytes(SO_SNDBUF));
  }

  @Override
  public void setSendBufferSize(long value) throws SocketsException {
    P2Words.attempt(() -> end.options().setBytes(SO_SNDBUF, value));
  }

  @Override
  public Poll.Pollable subscribe() {
    return new EventPollable(Event.always());
  }

  @Override
  public void close() {
    end.close();
  }
}
