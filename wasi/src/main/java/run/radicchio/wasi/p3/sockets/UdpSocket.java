package run.radicchio.wasi.p3.sockets;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitResource;

/** Where datagrams come and go. */
@WitResource
public interface UdpSocket extends AutoCloseable {

  /** A datagram that has come, and from where. */
  @Tuple
  record Datagram(ByteBuffer data, Types.IpSocketAddress remoteAddress) {}

  /**
   * Binds to an address of this machine.
   *
   * @param localAddress all zeros stands for all of the machine's addresses, port 0 for a free one
   */
  void bind(Types.IpSocketAddress localAddress) throws SocketsException;

  /** Gives it one peer, in place of the one that it has. Nothing is sent. */
  void connect(Types.IpSocketAddress remoteAddress) throws SocketsException;

  /** Takes its peer away. */
  void disconnect() throws SocketsException;

  /**
   * Sends a datagram.
   *
   * @param remoteAddress to where; null where the socket has a peer
   */
  CompletionStage<Void> send(ByteBuffer data, Types.@Nullable IpSocketAddress remoteAddress)
      throws SocketsException;

  /** The next datagram that comes. */
  CompletionStage<Datagram> receive() throws SocketsException;

  /** The address that it is bound to. */
  Types.IpSocketAddress getLocalAddress() throws SocketsException;

  /** The address of its peer. */
  Types.IpSocketAddress getRemoteAddress() throws SocketsException;

  /** The family of its addresses. */
  Types.IpAddressFamily getAddressFamily();

  /** Through how many routers a packet goes at most. */
  @Unsigned byte getUnicastHopLimit() throws SocketsException;

  /** Sets that. */
  void setUnicastHopLimit(@Unsigned byte value) throws SocketsException;

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
