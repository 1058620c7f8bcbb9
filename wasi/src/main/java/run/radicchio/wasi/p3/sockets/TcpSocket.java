package run.radicchio.wasi.p3.sockets;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import run.radicchio.component.Result;
import run.radicchio.component.wit.Chunk;
import run.radicchio.component.wit.Future;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.p3.clocks.Duration;

/**
 * An end of a connection, or what accepts them. It is bound, and then connected, or listens. What
 * streams it gave live on when it is dropped.
 */
@WitResource
public interface TcpSocket extends AutoCloseable {

  /**
   * Bytes that come.
   *
   * @param end how it ended: well, too, where the guest has enough
   */
  @Tuple
  record Received(
      Flow.Publisher<@Chunk ByteBuffer> data, CompletionStage<Result<Void, ErrorCode>> end) {}

  /**
   * Binds to an address of this machine.
   *
   * @param localAddress all zeros stands for all of the machine's addresses, port 0 for a free one
   */
  void bind(Types.IpSocketAddress localAddress) throws SocketsException;

  /** Connects; where that fails the socket is good for nothing more. */
  CompletionStage<Void> connect(Types.IpSocketAddress remoteAddress) throws SocketsException;

  /** Connections that others make, for ever. */
  Flow.Publisher<TcpSocket> listen() throws SocketsException;

  /** Sends all of a stream, and that it ends; once only. */
  @Future CompletionStage<Result<Void, ErrorCode>> send(Flow.Publisher<@Chunk ByteBuffer> data);

  /** What the peer sends, to its end; once only. */
  Received receive();

  /** The address that it is bound to. */
  Types.IpSocketAddress getLocalAddress() throws SocketsException;

  /** The address that it is connected to. */
  Types.IpSocketAddress getRemoteAddress() throws SocketsException;

  /** Whether it listens. */
  boolean getIsListening();

  /** The family of its addresses. */
  Types.IpAddressFamily getAddressFamily();

  /** Sets how many connections may wait to be accepted. A wish. */
  void setListenBacklogSize(@Unsigned long value) throws SocketsException;

  /** Whether the peer of an idle connection is asked if it is still there. */
  boolean getKeepAliveEnabled() throws SocketsException;

  /** Sets that. */
  void setKeepAliveEnabled(boolean value) throws SocketsException;

  /** How long a connection is idle until the peer is asked. */
  @Duration
  long getKeepAliveIdleTime() throws SocketsException;

  /** Sets that. */
  void setKeepAliveIdleTime(@Duration long value) throws SocketsException;

  /** How long until the peer is asked again. */
  @Duration
  long getKeepAliveInterval() throws SocketsException;

  /** Sets that. */
  void setKeepAliveInterval(@Duration long value) throws SocketsException;

  /** How often the peer is asked before it is given up. */
  @Unsigned int getKeepAliveCount() throws SocketsException;

  /** Sets that. */
  void setKeepAliveCount(@Unsigned int value) throws SocketsException;

  /** Through how many routers a packet goes at most. */
  @Unsigned byte getHopLimit() throws SocketsException;

  /** Sets that. */
  void setHopLimit(@Unsigned byte value) throws SocketsException;

  /** How many bytes the system keeps that were received. */
  @Unsigned long getReceiveBufferSize() throws SocketsException;

  /** Sets that. */
  void setReceiveBufferSize(@Unsigned long value) throws SocketsException;

  /** How many bytes the system keeps that are to be sent. */
  @Unsigned long getSendBufferSize() throws SocketsException;

  /** Sets that. */
  void setSendBufferSize(@Unsigned long value) throws SocketsException;

  @Override
  void close();
}
