package run.radicchio.wasi.p2.sockets;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.Tuple;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.io.Poll;

/** {@code wasi:sockets/udp}: datagrams. */
@WitInterface(
    value = "wasi:sockets/udp",
    versions = WasiVersion.P2,
    uses = {Poll.class, Networks.class},
    types = Udp.UdpSocket.class)
public interface Udp {

  /** A datagram that has come. */
  record IncomingDatagram(ByteBuffer data, Networks.IpSocketAddress remoteAddress) {}

  /**
   * A datagram to be sent.
   *
   * @param remoteAddress to where; null where the stream has but one peer
   */
  record OutgoingDatagram(ByteBuffer data, Networks.@Nullable IpSocketAddress remoteAddress) {}

  /** Datagrams that come. */
  @WitResource
  interface IncomingDatagramStream extends AutoCloseable {
    /**
     * Those that are there; never waits.
     *
     * @param maxResults how many at most
     */
    List<IncomingDatagram> receive(@Unsigned long maxResults) throws SocketsException;

    /** Ready when one is there, or a failure. */
    Poll.Pollable subscribe();

    @Override
    void close();
  }

  /** Datagrams that go. */
  @WitResource
  interface OutgoingDatagramStream extends AutoCloseable {
    /** How many may be sent now; 0 where {@link #subscribe} tells when that changes. */
    @Unsigned long checkSend() throws SocketsException;

    /**
     * Sends one after the other, as many as {@link #checkSend} permitted at most, or the guest
     * traps; never waits.
     *
     * @return how many were sent
     */
    @Unsigned long send(List<OutgoingDatagram> datagrams) throws SocketsException;

    /** Ready when {@link #checkSend} permits something, or fails. */
    Poll.Pollable subscribe();

    @Override
    void close();
  }

  /** Datagrams in both directions. */
  @Tuple
  record DatagramStreams(IncomingDatagramStream incoming, OutgoingDatagramStream outgoing) {}

  /** Where datagrams come and go. */
  @WitResource
  interface UdpSocket extends AutoCloseable {
    /**
     * Begins to bind to an address of this machine.
     *
     * @param localAddress all zeros stands for all of the machine's addresses, port 0 for a free
     *     one
     */
    void startBind(Networks.@Borrow Network network, Networks.IpSocketAddress localAddress)
        throws SocketsException;

    /** Ends to bind. */
    void finishBind() throws SocketsException;

    /**
     * Streams, in place of those that were given before.
     *
     * @param remoteAddress their only peer; null for any
     */
    DatagramStreams stream(Networks.@Nullable IpSocketAddress remoteAddress)
        throws SocketsException;

    /** The address that it is bound to. */
    Networks.IpSocketAddress localAddress() throws SocketsException;

    /** The only peer of its streams. */
    Networks.IpSocketAddress remoteAddress() throws SocketsException;

    /** The family of its addresses. */
    Networks.IpAddressFamily addressFamily();

    /** Through how many routers a packet goes at most. */
    @Unsigned byte unicastHopLimit() throws SocketsException;

    /** Sets that. */
    void setUnicastHopLimit(@Unsigned byte value) throws SocketsException;

    /** How many bytes the system keeps that were received. */
    @Unsigned long receiveBufferSize() throws SocketsException;

    /** Sets that. */
    void setReceiveBufferSize(@Unsigned long value) throws SocketsException;

    /** How many bytes the system keeps that are to be sent. */
    @Unsigned long sendBufferSize() throws SocketsException;

    /** Sets that. */
    void setSendBufferSize(@Unsigned long value) throws SocketsException;

    /** Ready when what was started can be finished. */
    Poll.Pollable subscribe();

    @Override
    void close();
  }
}
