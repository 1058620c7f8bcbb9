package run.radicchio.wasi.network;

import static java.net.StandardSocketOptions.SO_RCVBUF;
import static java.net.StandardSocketOptions.SO_SNDBUF;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p3.sockets.Types.IpAddressFamily;
import run.radicchio.wasi.p3.sockets.Types.IpSocketAddress;
import run.radicchio.wasi.p3.sockets.UdpSocket;

/** A socket of WASI 0.3 for datagrams. */
record P3UdpSocket(UdpEnd end) implements UdpSocket {
  @Override
  public void bind(IpSocketAddress localAddress) {
    P3Words.attempt(() -> end.bind(P3Words.address(localAddress)));
  }

  @Override
  public void connect(IpSocketAddress remoteAddress) {
    P3Words.attempt(() -> end.connect(P3Words.address(remoteAddress)));
  }

  @Override
  public void disconnect() {
    P3Words.attempt(
        () -> {
          var _ = end.remote();
          end.disconnect();
        });
  }

  @Override
  public CompletionStage<Void> send(ByteBuffer data, @Nullable IpSocketAddress remoteAddress) {
    InetSocketAddress to = remoteAddress == null ? null : P3Words.address(remoteAddress);
    if (P3Words.attempt(() -> end.send(data, to))) {
      return CompletableFuture.completedStage(null);
    }
    ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data.slice()).flip();
    return Later.done(end.writable(), () -> end.send(copy.slice(), to));
  }

  @Override
  public CompletionStage<Datagram> receive() {
    P3Words.attempt(end::checkBound);
    return Later.when(
        end.readable(),
        () -> {
          UdpEnd.Datagram next = end.receive();
          return next == null ? null : new Datagram(next.data(), P3Words.address(next.from()));
        });
  }

  @Override
  public IpSocketAddress getLocalAddress() {
    return P3Words.attempt(() -> P3Words.address(end.local()));
  }

  @Override
  public IpSocketAddress getRemoteAddress() {
    return P3Words.attempt(() -> P3Words.address(end.remote()));
  }

  @Override
  public IpAddressFamily getAddressFamily() {
    return P3Words.family(end.family());
  }

  @Override
  public byte getUnicastHopLimit() {
    return P3Words.attempt(() -> end.options().hopLimit());
  }

  @Override
  public void setUnicastHopLimit(byte value) {
    P3Words.attempt(() -> end.options().setHopLimit(value));
  }

  @Override
  public long getReceiveBufferSize() {
    return P3Words.attempt(() -> end.options().bytes(SO_RCVBUF));
  }

  @Override
  public void setReceiveBufferSize(long value) {
    P3Words.attempt(() -> end.options().setBytes(SO_RCVBUF, value));
  }

  @Override
  public long getSendBufferSize() {
    return P3Words.attempt(() -> end.options().bytes(SO_SNDBUF));
  }

  @Override
  public void setSendBufferSize(long value) {
    P3Words.attempt(() -> end.options().setBytes(SO_SNDBUF, value));
  }

  @Override
  public void close() {
    end.close();
  }
}
