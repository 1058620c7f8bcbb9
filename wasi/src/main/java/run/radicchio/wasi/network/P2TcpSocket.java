package run.radicchio.wasi.network;

import static java.net.StandardSocketOptions.SO_RCVBUF;
import static java.net.StandardSocketOptions.SO_SNDBUF;
import static jdk.net.ExtendedSocketOptions.TCP_KEEPIDLE;
import static jdk.net.ExtendedSocketOptions.TCP_KEEPINTERVAL;

import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.p2.sockets.Networks.IpAddressFamily;
import run.radicchio.wasi.p2.sockets.Networks.IpSocketAddress;
import run.radicchio.wasi.p2.sockets.Networks.Network;
import run.radicchio.wasi.p2.sockets.SocketsException;
import run.radicchio.wasi.p2.sockets.Tcp;
import run.radicchio.wasi.p2.sockets.TcpSocket;
import run.radicchio.wasi.poll.EventPollable;
import run.radicchio.wasi.streams.P2InputStream;
import run.radicchio.wasi.streams.P2OutputStream;

/**
 * A socket of WASI 0.2. To bind and to listen takes no time, but ends only when the guest says so.
 */
final class P2TcpSocket implements TcpSocket {
  private enum Started {
    NOTHING,
    BIND,
    LISTEN
  }

  private final TcpEnd end;
  private Started started = Started.NOTHING;

  P2TcpSocket(TcpEnd end) {
    this.end = end;
  }

  private void checkIdle() throws NetworkFailure {
    if (started != Started.NOTHING) {
      throw new NetworkFailure(ErrorCode.CONCURRENCY_CONFLICT);
    }
  }

  private void finish(Started what) throws NetworkFailure {
    if (started != what) {
      throw new NetworkFailure(ErrorCode.NOT_IN_PROGRESS);
    }
    started = Started.NOTHING;
  }

  @Override
  public void startBind(Network network, IpSocketAddress localAddress) throws SocketsException {
    P2Words.attempt(
        () -> {
          checkIdle();
          end.bind(P2Words.address(localAddress));
          started = Started.BIND;
        });
  }

  @Override
  public void finishBind() throws SocketsException {
    P2Words.attempt(() -> finish(Started.BIND));
  }

  @Override
  public void startConnect(Network network, IpSocketAddress remoteAddress) throws SocketsException {
    P2Words.attempt(
        () -> {
          checkIdle();
          end.connect(P2Words.address(remoteAddress));
        });
  }

  @Override
  public Connected finishConnect() throws SocketsException {
    return P2Words.attempt(
        () -> {
          end.finishConnect();
          return new Connected(new P2InputStream(end.input()), new P2OutputStream(end.output()));
        });
  }

  @Override
  public void startListen() throws SocketsException {
    P2Words.attempt(
        () -> {
          checkIdle();
          end.listen();
          started = Started.LISTEN;
        });
  }

  @Override
  public void finishListen() throws SocketsException {
    P2Words.attempt(() -> finish(Started.LISTEN));
  }

  @Override
  public Accepted accept() throws SocketsException {
    return P2Words.attempt(
        () -> {
          if (started == Started.LISTEN) {
            throw new NetworkFailure(ErrorCode.INVALID_STATE);
          }
          TcpEnd accepted = end.accept();
          return new Accepted(
              new P2TcpSocket(accepted),
              new P2InputStream(accepted.input()),
              new P2OutputStream(accepted.output()));
        });
  }

  @Override
  public IpSocketAddress localAddress() throws SocketsException {
    return P2Words.attempt(
        () -> {
          if (started == Started.BIND) {
            throw new NetworkFailure(ErrorCode.CONCURRENCY_CONFLICT);
          }
          return P2Words.address(end.local());
        });
  }

  @Override
  public IpSocketAddress remoteAddress() throws SocketsException {
    return P2Words.attempt(() -> P2Words.address(end.remote()));
  }

  @Override
  public boolean isListening() {
    return started != Started.LISTEN && end.isListening();
  }

  @Override
  public IpAddressFamily addressFamily() {
    return P2Words.family(end.family());
  }

  @Override
  public void setListenBacklogSize(long value) throws SocketsException {
    P2Words.attempt(() -> end.setBacklog(value));
  }

  @Override
  public boolean keepAliveEnabled() throws SocketsException {
    return P2Words.attempt(() -> end.options().isKeptAlive());
  }

  @Override
  public void setKeepAliveEnabled(boolean value) throws SocketsException {
    P2Words.attempt(() -> end.options().setKeptAlive(value));
  }

  @Override
  public long keepAliveIdleTime() throws SocketsException {
    return P2Words.attempt(() -> end.options().nanoseconds(TCP_KEEPIDLE));
  }

  @Override
  public void setKeepAliveIdleTime(long value) throws SocketsException {
    P2Words.attempt(() -> end.options().setNanoseconds(TCP_KEEPIDLE, value));
  }

  @Override
  public long keepAliveInterval() throws SocketsException {
    return P2Words.attempt(() -> end.options().nanoseconds(TCP_KEEPINTERVAL));
  }

  @Override
  public void setKeepAliveInterval(long value) throws SocketsException {
    P2Words.attempt(() -> end.options().setNanoseconds(TCP_KEEPINTERVAL, value));
  }

  @Override
  public int keepAliveCount() throws SocketsException {
    return P2Words.attempt(() -> end.options().probes());
  }

  @Override
  public void setKeepAliveCount(int value) throws SocketsException {
    P2Words.attempt(() -> end.options().setProbes(value));
  }

  @Override
  public byte hopLimit() throws SocketsException {
    return P2Words.attempt(() -> end.options().hopLimit());
  }

  @Override
  public void setHopLimit(byte value) throws SocketsException {
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
    return new EventPollable(end.progress());
  }

  @Override
  public void shutdown(Tcp.ShutdownType shutdownType) throws SocketsException {
    P2Words.attempt(
        () ->
            end.shutdown(
                shutdownType != Tcp.ShutdownType.SEND, shutdownType != Tcp.ShutdownType.RECEIVE));
  }

  @Override
  public void close() {
    end.release();
  }
}
