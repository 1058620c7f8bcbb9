package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.p2.clocks.Duration;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.io.Streams;

/**
 * An end of a connection, or what accepts them. It is bound, and then connected, or listens. No
 * method waits: what takes time is started, and finished when it is done ({@link #subscribe}).
 */
@WitResource
public interface TcpSocket extends AutoCloseable {

  /** What goes through a connection. */
  @Tuple
  record Connected(Streams.InputStream input, Streams.OutputStream output) {}

  /** A connection that was accepted, and what goes through it. */
  @Tuple
  record Accepted(TcpSocket socket, Streams.InputStream input, Streams.OutputStream output) {}

  /**
   * Begins to bind to an address of this machine.
   *
   * @param localAddress all zeros stands for all of the machine's addresses, port 0 for a free one
   */
  void startBind(Networks.@Borrow Network network, Networks.IpSocketAddress localAddress)
      throws SocketsException;

  /** Ends to bind. */
  void finishBind() throws SocketsException;

  /** Begins to connect. */
  void startConnect(Networks.@Borrow Network network, Networks.IpSocketAddress remoteAddress)
      throws SocketsException;

  /** Ends to connect; where that failed the socket is good for nothing more. */
  Connected finishConnect() throws SocketsException;

  /** Begins to listen. */
  void startListen() throws SocketsException;

  /** Ends to do so: from now on it listens. */
  void finishListen() throws SocketsException;

  /** A connection that somebody has made. */
  Accepted accept() throws SocketsException;

  /** The address that it is bound to. */
  Networks.IpSocketAddress localAddress() throws SocketsException;

  /** The address that it is connected to. */
  Networks.IpSocketAddress remoteAddress() throws SocketsException;

  /** Whether it listens. */
  boolean isListening();

  /** The family of its addresses. */
  Networks.IpAddressFamily addressFamily();

  /** Sets how many connections may wait to be accepted. A wish. */
  void setListenBacklogSize(@Unsigned long value) throws SocketsException;

  /** Whether the peer of an idle connection is asked if it is still there. */
  boolean keepAliveEnabled() throws SocketsException;

  /** Sets that. */
  void setKeepAliveEnabled(boolean value) throws SocketsException;

  /** How long a connection is idle until the peer is asked. */
  @Duration
  long keepAliveIdleTime() throws SocketsException;

  /** Sets that. */
  void setKeepAliveIdleTime(@Duration long value) throws SocketsException;

  /** How long until the peer is asked again. */
  @Duration
  long keepAliveInterval() throws SocketsException;

  /** Sets that. */
  void setKeepAliveInterval(@Duration long value) throws SocketsException;

  /** How often the peer is asked before it is given up. */
  @Unsigned int keepAliveCount() throws SocketsException;

  /** Sets that. */
  void setKeepAliveCount(@Unsigned int value) throws SocketsException;

  /** Through how many routers a packet goes at most. */
  @Unsigned byte hopLimit() throws SocketsException;

  /** Sets that. */
  void setHopLimit(@Unsigned byte value) throws SocketsException;

  /** How many bytes the system keeps that were received. */
  @Unsigned long receiveBufferSize() throws SocketsException;

  /** Sets that. */
  void setReceiveBufferSize(@Unsigned long value) throws SocketsException;

  /** How many bytes the system keeps that are to be sent. */
  @Unsigned long sendBufferSize() throws SocketsException;

  /** Sets that. */
  void setSendBufferSize(@Unsigned long value) throws SocketsException;

  /** Ready when what was started can be finished, or a connection accepted. */
  Poll.Pollable subscribe();

  /** Ends directions of the connection, whose streams are closed from now on. */
  void shutdown(Tcp.ShutdownType shutdownType) throws SocketsException;

  @Override
  void close();
}
