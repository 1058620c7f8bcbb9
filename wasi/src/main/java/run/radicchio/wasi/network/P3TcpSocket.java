package run.radicchio.wasi.network;

import static java.net.StandardSocketOptions.SO_RCVBUF;
import static java.net.StandardSocketOptions.SO_SNDBUF;
import static jdk.net.ExtendedSocketOptions.TCP_KEEPIDLE;
import static jdk.net.ExtendedSocketOptions.TCP_KEEPINTERVAL;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import run.radicchio.component.Result;
import run.radicchio.wasi.p2.sockets.Networks;
import run.radicchio.wasi.p3.sockets.ErrorCode;
import run.radicchio.wasi.p3.sockets.TcpSocket;
import run.radicchio.wasi.p3.sockets.Types.IpAddressFamily;
import run.radicchio.wasi.p3.sockets.Types.IpSocketAddress;
import run.radicchio.wasi.streams.Drawn;
import run.radicchio.wasi.streams.InputSource;
import run.radicchio.wasi.streams.Refusing;

/** A socket of WASI 0.3. */
final class P3TcpSocket implements TcpSocket {
  private final TcpEnd end;
  private final AtomicBoolean sends = new AtomicBoolean();
  private final AtomicBoolean receives = new AtomicBoolean();

  P3TcpSocket(TcpEnd end) {
    this.end = end;
  }

  @Override
  public void bind(IpSocketAddress localAddress) {
    P3Words.attempt(() -> end.bind(P3Words.address(localAddress)));
  }

  /** A guest that wants it no more has a socket that still connects, which it can only drop. */
  @Override
  public CompletionStage<Void> connect(IpSocketAddress remoteAddress) {
    P3Words.attempt(() -> end.connect(P3Words.address(remoteAddress)));
    return Later.done(
        end.progress(),
        () -> {
          end.finishConnect();
          return true;
        });
  }

  @Override
  public Flow.Publisher<TcpSocket> listen() {
    P3Words.attempt(
        () -> {
          end.bindToAny();
          end.listen();
        });
    return Drawn.whenItComes(new AcceptedConnections(end));
  }

  @Override
  public CompletionStage<Result<Void, ErrorCode>> send(Flow.Publisher<ByteBuffer> data) {
    SocketWriting writing;
    try {
      checkOnce(sends);
      writing = new SocketWriting(end.output());
    } catch (NetworkFailure failure) {
      data.subscribe(new Refusing<>());
      return CompletableFuture.completedStage(P3Words.result(failure));
    }
    data.subscribe(writing);
    return writing.end().thenApply(P3Words::result);
  }

  @Override
  public Received receive() {
    Drawn<ByteBuffer> data;
    try {
      checkOnce(receives);
      data = Drawn.whenItComes(new InputSource(end.input()));
    } catch (NetworkFailure failure) {
      data = Drawn.failed(failure);
    }
    return new Received(data, data.end().thenApply(P3Words::result));
  }

  /** Only of what is connected; so what fails because it is not yet is no time. */
  private void checkOnce(AtomicBoolean done) throws NetworkFailure {
    var _ = end.remote();
    if (done.getAndSet(true)) {
      throw new NetworkFailure(Networks.ErrorCode.INVALID_STATE);
    }
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
  public boolean getIsListening() {
    return end.isListening();
  }

  @Override
  public IpAddressFamily getAddressFamily() {
    return P3Words.family(end.family());
  }

  @Override
  public void setListenBacklogSize(long value) {
    P3Words.attempt(() -> end.setBacklog(value));
  }

  @Override
  public boolean getKeepAliveEnabled() {
    return P3Words.attempt(() -> end.options().isKeptAlive());
  }

  @Override
  public void setKeepAliveEnabled(boolean value) {
    P3Words.attempt(() -> end.options().setKeptAlive(value));
  }

  @Override
  public long getKeepAliveIdleTime() {
    return P3Words.attempt(() -> end.options().nanoseconds(TCP_KEEPIDLE));
  }

  @Override
  public void setKeepAliveIdleTime(long value) {
    P3Words.attempt(() -> end.options().setNanoseconds(TCP_KEEPIDLE, value));
  }

  @Override
  public long getKeepAliveInterval() {
    return P3Words.attempt(() -> end.options().nanoseconds(TCP_KEEPINTERVAL));
  }

  @Override
  public void setKeepAliveInterval(long value) {
    P3Words.attempt(() -> end.options().setNanoseconds(TCP_KEEPINTERVAL, value));
  }

  @Override
  public int getKeepAliveCount() {
    return P3Words.attempt(() -> end.options().probes());
  }

  @Override
  public void setKeepAliveCount(int value) {
    P3Words.attempt(() -> end.options().setProbes(value));
  }

  @Override
  public byte getHopLimit() {
    return P3Words.attempt(() -> end.options().hopLimit());
  }

  @Override
  public void setHopLimit(byte value) {
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
    end.release();
  }
}
