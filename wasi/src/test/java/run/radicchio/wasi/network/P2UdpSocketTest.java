package run.radicchio.wasi.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.wasi.network.Sockets.fails;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.wasi.p2.sockets.Networks;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.p2.sockets.Networks.IpAddressFamily;
import run.radicchio.wasi.p2.sockets.Networks.IpSocketAddress;
import run.radicchio.wasi.p2.sockets.SocketsException;
import run.radicchio.wasi.p2.sockets.Udp;

class P2UdpSocketTest {
  private final SharedNetwork network = Sockets.all();
  private final P2Network p2 = new P2Network(network);
  private final Networks.Network handle = p2.instanceNetwork();

  private Udp.UdpSocket bound(P2Network by, InetSocketAddress to) throws SocketsException {
    Udp.UdpSocket socket =
        by.createUdpSocket(
            to.getAddress().getAddress().length == 4 ? IpAddressFamily.IPV4 : IpAddressFamily.IPV6);
    socket.startBind(handle, P2Words.address(to));
    socket.finishBind();
    return socket;
  }

  private static Udp.OutgoingDatagram datagram(String text, @Nullable IpSocketAddress to) {
    return new Udp.OutgoingDatagram(ByteBuffer.wrap(text.getBytes(UTF_8)), to);
  }

  private static void send(Udp.DatagramStreams streams, String text, @Nullable IpSocketAddress to)
      throws SocketsException {
    assertTrue(streams.outgoing().checkSend() > 0);
    assertEquals(1, streams.outgoing().send(List.of(datagram(text, to))));
  }

  private static String next(Udp.DatagramStreams streams) throws SocketsException {
    streams.incoming().subscribe().block();
    List<Udp.IncomingDatagram> datagrams = streams.incoming().receive(1);
    return UTF_8.decode(datagrams.getFirst().data()).toString();
  }

  @ParameterizedTest
  @EnumSource
  void sendsAndReceives(IpAddressFamily family) throws SocketsException {
    InetSocketAddress loopback =
        family == IpAddressFamily.IPV4 ? Sockets.LOOPBACK : Sockets.LOOPBACK_6;
    Udp.UdpSocket first = bound(p2, loopback);
    Udp.UdpSocket second = bound(p2, loopback);
    Udp.DatagramStreams one = first.stream(null);
    Udp.DatagramStreams other = second.stream(first.localAddress());
    assertEquals(first.localAddress(), second.remoteAddress());
    assertEquals(family, first.addressFamily());
    assertFalse(one.incoming().subscribe().ready());
    assertEquals(List.of(), one.incoming().receive(10));
    send(other, "there", null);
    send(other, "again", first.localAddress());
    assertEquals("there", next(one));
    assertEquals("again", next(one));
    assertEquals(List.of(), one.incoming().receive(0));
    send(one, "back", second.localAddress());
    send(one, "", second.localAddress());
    assertEquals("back", next(other));
    assertEquals("", next(other));
    other.outgoing().checkSend();
    fails(ErrorCode.NOT_SUPPORTED, () -> other.outgoing().send(List.of(datagram("", null))));
    first.close();
    second.close();
    assertEquals(0, network.open());
  }

  @Test
  void isBoundAndThenUsed() throws SocketsException {
    Udp.UdpSocket socket = p2.createUdpSocket(IpAddressFamily.IPV4);
    IpSocketAddress loopback = P2Words.address(Sockets.LOOPBACK);
    fails(ErrorCode.INVALID_STATE, () -> socket.stream(null));
    fails(ErrorCode.INVALID_STATE, socket::localAddress);
    fails(ErrorCode.NOT_IN_PROGRESS, socket::finishBind);
    socket.startBind(handle, loopback);
    fails(ErrorCode.CONCURRENCY_CONFLICT, () -> socket.startBind(handle, loopback));
    fails(ErrorCode.CONCURRENCY_CONFLICT, () -> socket.stream(null));
    socket.finishBind();
    fails(ErrorCode.INVALID_STATE, () -> socket.startBind(handle, loopback));
    fails(ErrorCode.INVALID_STATE, socket::remoteAddress);
    assertTrue(socket.subscribe().ready());
  }

  @Test
  void streamsAreReplaced() throws SocketsException {
    Udp.UdpSocket first = bound(p2, Sockets.LOOPBACK);
    Udp.UdpSocket second = bound(p2, Sockets.LOOPBACK);
    Udp.DatagramStreams old = first.stream(null);
    Udp.DatagramStreams current = first.stream(second.localAddress());
    fails(ErrorCode.INVALID_STATE, () -> old.incoming().receive(1));
    fails(ErrorCode.INVALID_STATE, () -> old.outgoing().checkSend());
    send(current, "x", null);
    Udp.DatagramStreams free = first.stream(null);
    fails(ErrorCode.INVALID_STATE, first::remoteAddress);
    send(free, "y", second.localAddress());
    Udp.DatagramStreams received = second.stream(null);
    assertEquals("x", next(received));
    assertEquals("y", next(received));
  }

  @Test
  void destinationsThatMakeNoSenseAreRefused() throws SocketsException {
    Udp.UdpSocket socket = bound(p2, Sockets.LOOPBACK);
    Udp.DatagramStreams streams = socket.stream(null);
    for (InetSocketAddress wrong :
        List.of(Sockets.at("0.0.0.0", 80), Sockets.at("127.0.0.1", 0), Sockets.at("::1", 80))) {
      assertTrue(streams.outgoing().checkSend() > 0);
      IpSocketAddress to = P2Words.address(wrong);
      fails(ErrorCode.INVALID_ARGUMENT, () -> streams.outgoing().send(List.of(datagram("x", to))));
      fails(ErrorCode.INVALID_ARGUMENT, () -> socket.stream(to));
    }
    streams.outgoing().checkSend();
    fails(ErrorCode.INVALID_ARGUMENT, () -> streams.outgoing().send(List.of(datagram("x", null))));
    Udp.DatagramStreams connected = socket.stream(P2Words.address(Sockets.at("127.0.0.1", 80)));
    connected.outgoing().checkSend();
    IpSocketAddress another = P2Words.address(Sockets.at("127.0.0.1", 81));
    fails(
        ErrorCode.INVALID_ARGUMENT,
        () -> connected.outgoing().send(List.of(datagram("x", another))));
  }

  @Test
  void asManyAreSentAsWerePermitted() throws SocketsException {
    Udp.UdpSocket socket = bound(p2, Sockets.LOOPBACK);
    Udp.DatagramStreams streams = socket.stream(null);
    IpSocketAddress itself = socket.localAddress();
    assertThrows(
        IllegalArgumentException.class,
        () -> streams.outgoing().send(List.of(datagram("x", itself))));
    long permitted = streams.outgoing().checkSend();
    List<Udp.OutgoingDatagram> tooMany =
        Collections.nCopies((int) permitted + 1, datagram("x", itself));
    assertThrows(IllegalArgumentException.class, () -> streams.outgoing().send(tooMany));
    assertEquals(permitted, streams.outgoing().send(tooMany.subList(0, (int) permitted)));
    String large = "x".repeat(70_000);
    assertTrue(streams.outgoing().checkSend() > 0);
    fails(
        ErrorCode.DATAGRAM_TOO_LARGE,
        () -> streams.outgoing().send(List.of(datagram(large, itself))));
    assertEquals(
        1, streams.outgoing().send(List.of(datagram("x", itself), datagram(large, itself))));
  }

  /** A guest hears only those that it may speak to, unless anybody may speak to it. */
  @Test
  void datagramsOfOthersAreDropped() throws SocketsException {
    Udp.UdpSocket friend = bound(p2, Sockets.LOOPBACK);
    Udp.UdpSocket stranger = bound(p2, Sockets.LOOPBACK);
    int port = P2Words.address(friend.localAddress()).getPort();
    P2Network limited = new P2Network(Sockets.network("127.0.0.1:" + port, ""));
    Udp.UdpSocket guest = bound(limited, Sockets.at("127.0.0.1", 0));
    Udp.DatagramStreams streams = guest.stream(null);
    for (int i = 0; i < 100; i++) {
      send(stranger.stream(null), "stranger", guest.localAddress());
    }
    assertFalse(streams.incoming().subscribe().ready());
    send(friend.stream(null), "friend", guest.localAddress());
    assertEquals("friend", next(streams));
    streams.outgoing().checkSend();
    IpSocketAddress strange = stranger.localAddress();
    fails(ErrorCode.ACCESS_DENIED, () -> streams.outgoing().send(List.of(datagram("x", strange))));
    fails(ErrorCode.ACCESS_DENIED, () -> guest.stream(strange));

    P2Network open = new P2Network(Sockets.network("", "127.0.0.1"));
    Udp.UdpSocket server = bound(open, Sockets.at("127.0.0.1", 0));
    Udp.DatagramStreams served = server.stream(null);
    send(stranger.stream(null), "stranger", server.localAddress());
    assertEquals("stranger", next(served));
  }

  @Test
  void withoutPermissionThereIsNoNetwork() throws SocketsException {
    P2Network none = new P2Network(Sockets.network("", ""));
    Udp.UdpSocket socket = none.createUdpSocket(IpAddressFamily.IPV4);
    fails(
        ErrorCode.ACCESS_DENIED, () -> socket.startBind(handle, P2Words.address(Sockets.LOOPBACK)));
  }

  @Test
  void whoWaitsForDatagramsOfAClosedSocketWaitsNoMore() throws SocketsException {
    Udp.UdpSocket socket = bound(p2, Sockets.LOOPBACK);
    Udp.DatagramStreams streams = socket.stream(null);
    Thread closing = Thread.startVirtualThread(socket::close);
    streams.incoming().subscribe().block();
    while (closing.isAlive()) {
      Thread.onSpinWait();
    }
    fails(ErrorCode.INVALID_STATE, () -> streams.incoming().receive(1));
    assertEquals(0, network.open());
  }
}
