package run.radicchio.wasi.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static run.radicchio.wasi.network.Sockets.fails;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.io.StreamException;
import run.radicchio.wasi.p2.io.Streams;
import run.radicchio.wasi.p2.sockets.Networks;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.p2.sockets.Networks.IpAddressFamily;
import run.radicchio.wasi.p2.sockets.Networks.IpSocketAddress;
import run.radicchio.wasi.p2.sockets.SocketsException;
import run.radicchio.wasi.p2.sockets.Tcp;
import run.radicchio.wasi.p2.sockets.TcpSocket;

class P2TcpSocketTest {
  private final SharedNetwork network = Sockets.all();
  private final P2Network p2 = new P2Network(network);
  private final Networks.Network handle = p2.instanceNetwork();

  private static IpSocketAddress loopback(IpAddressFamily family) {
    return address(family == IpAddressFamily.IPV4 ? Sockets.LOOPBACK : Sockets.LOOPBACK_6);
  }

  private static IpSocketAddress address(InetSocketAddress address) {
    return P2Words.address(address);
  }

  private TcpSocket bound(P2Network by, IpAddressFamily family) throws SocketsException {
    TcpSocket socket = by.createTcpSocket(family);
    socket.startBind(handle, loopback(family));
    socket.finishBind();
    return socket;
  }

  private TcpSocket listening(IpAddressFamily family) throws SocketsException {
    TcpSocket socket = bound(p2, family);
    socket.startListen();
    socket.finishListen();
    return socket;
  }

  private static void await(TcpSocket socket) {
    try (Poll.Pollable ready = socket.subscribe()) {
      ready.block();
    }
  }

  private record Pair(TcpSocket client, TcpSocket.Connected ends, TcpSocket.Accepted accepted)
      implements AutoCloseable {
    @Override
    public void close() {
      client.close();
      ends.input().close();
      ends.output().close();
      accepted.socket().close();
      accepted.input().close();
      accepted.output().close();
    }
  }

  private Pair pair(IpAddressFamily family) throws SocketsException {
    TcpSocket listening = listening(family);
    TcpSocket client = p2.createTcpSocket(family);
    client.startConnect(handle, listening.localAddress());
    await(client);
    TcpSocket.Connected ends = client.finishConnect();
    await(listening);
    TcpSocket.Accepted accepted = listening.accept();
    listening.close();
    return new Pair(client, ends, accepted);
  }

  @ParameterizedTest
  @EnumSource
  void sendsAndReceives(IpAddressFamily family) throws Exception {
    try (Pair pair = pair(family)) {
      pair.ends().output().blockingWriteAndFlush(ByteBuffer.wrap("hello".getBytes(UTF_8)));
      assertEquals("hello", UTF_8.decode(pair.accepted().input().blockingRead(100)).toString());
      assertEquals(0, pair.accepted().input().read(100).remaining());
      assertEquals(pair.client().localAddress(), pair.accepted().socket().remoteAddress());
      assertEquals(pair.client().remoteAddress(), pair.accepted().socket().localAddress());
      pair.client().shutdown(Tcp.ShutdownType.SEND);
      pair.client().shutdown(Tcp.ShutdownType.BOTH);
      StreamException end =
          assertThrows(StreamException.class, () -> pair.accepted().input().blockingRead(100));
      assertEquals(new Streams.StreamError.Closed(), end.error());
      assertThrows(
          StreamException.class,
          () -> pair.ends().output().blockingWriteAndFlush(ByteBuffer.allocate(1)));
    }
    assertEquals(0, network.open());
  }

  @ParameterizedTest
  @EnumSource
  void isInOneStateAtATime(IpAddressFamily family) throws SocketsException {
    TcpSocket socket = p2.createTcpSocket(family);
    IpSocketAddress loopback = loopback(family);
    fails(ErrorCode.NOT_IN_PROGRESS, socket::finishBind);
    fails(ErrorCode.NOT_IN_PROGRESS, socket::finishConnect);
    fails(ErrorCode.NOT_IN_PROGRESS, socket::finishListen);
    fails(ErrorCode.INVALID_STATE, socket::startListen);
    fails(ErrorCode.INVALID_STATE, socket::accept);
    fails(ErrorCode.INVALID_STATE, socket::localAddress);
    fails(ErrorCode.INVALID_STATE, socket::remoteAddress);
    fails(ErrorCode.INVALID_STATE, () -> socket.shutdown(Tcp.ShutdownType.BOTH));
    assertTrue(socket.subscribe().ready());

    socket.startBind(handle, loopback);
    fails(ErrorCode.CONCURRENCY_CONFLICT, () -> socket.startBind(handle, loopback));
    fails(ErrorCode.CONCURRENCY_CONFLICT, () -> socket.startConnect(handle, loopback));
    fails(ErrorCode.CONCURRENCY_CONFLICT, socket::startListen);
    fails(ErrorCode.CONCURRENCY_CONFLICT, socket::localAddress);
    socket.finishBind();
    fails(ErrorCode.NOT_IN_PROGRESS, socket::finishBind);
    fails(ErrorCode.INVALID_STATE, () -> socket.startBind(handle, loopback));
    fails(ErrorCode.INVALID_STATE, socket::remoteAddress);

    socket.startListen();
    assertFalse(socket.isListening());
    fails(ErrorCode.CONCURRENCY_CONFLICT, socket::startListen);
    fails(ErrorCode.INVALID_STATE, socket::accept);
    socket.finishListen();
    assertTrue(socket.isListening());
    assertFalse(socket.subscribe().ready());
    fails(ErrorCode.WOULD_BLOCK, socket::accept);
    fails(ErrorCode.INVALID_STATE, socket::startListen);
    fails(ErrorCode.INVALID_STATE, () -> socket.startConnect(handle, socket.localAddress()));
    fails(ErrorCode.INVALID_STATE, () -> socket.startBind(handle, loopback));
    fails(ErrorCode.NOT_SUPPORTED, () -> socket.setListenBacklogSize(5));
    fails(ErrorCode.INVALID_ARGUMENT, () -> socket.setListenBacklogSize(0));
    socket.close();
    assertEquals(0, network.open());
  }

  @Test
  void whatIsConnectedIsNothingElse() throws SocketsException {
    try (Pair pair = pair(IpAddressFamily.IPV4)) {
      TcpSocket client = pair.client();
      fails(ErrorCode.NOT_IN_PROGRESS, client::finishConnect);
      fails(ErrorCode.INVALID_STATE, () -> client.startConnect(handle, client.remoteAddress()));
      fails(ErrorCode.INVALID_STATE, client::startListen);
      fails(ErrorCode.INVALID_STATE, client::accept);
      fails(ErrorCode.INVALID_STATE, () -> client.setListenBacklogSize(5));
      assertTrue(client.subscribe().ready());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedWhereNobodyListens(IpAddressFamily family) throws SocketsException {
    TcpSocket nobody = bound(p2, family);
    IpSocketAddress there = nobody.localAddress();
    nobody.close();
    TcpSocket client = p2.createTcpSocket(family);
    client.startConnect(handle, there);
    await(client);
    fails(ErrorCode.CONNECTION_REFUSED, client::finishConnect);
    fails(ErrorCode.INVALID_STATE, () -> client.startConnect(handle, there));
    fails(ErrorCode.INVALID_STATE, client::localAddress);
    fails(ErrorCode.INVALID_STATE, client::keepAliveEnabled);
    client.close();
    assertEquals(0, network.open());
  }

  @Test
  void addressesThatMakeNoSenseAreRefused() throws SocketsException {
    for (String wrong : List.of("::1", "224.0.0.1", "239.255.255.255", "255.255.255.255")) {
      refusesToBind(IpAddressFamily.IPV4, wrong);
      refusesToConnect(IpAddressFamily.IPV4, Sockets.at(wrong, 80));
    }
    for (String wrong : List.of("127.0.0.1", "ff02::1")) {
      refusesToBind(IpAddressFamily.IPV6, wrong);
      refusesToConnect(IpAddressFamily.IPV6, Sockets.at(wrong, 80));
    }
    refusesToConnect(IpAddressFamily.IPV4, Sockets.at("127.0.0.1", 0));
    refusesToConnect(IpAddressFamily.IPV4, Sockets.at("0.0.0.0", 80));
    refusesToConnect(IpAddressFamily.IPV6, Sockets.at("::", 80));
  }

  /** An address of IPv4 in another form is no way past what is permitted. */
  @Test
  void addressesOfIpv4WithinIpv6AreRefused() throws SocketsException {
    short mapped = (short) 0xffff;
    for (short before : new short[] {mapped, 0}) {
      InetSocketAddress within =
          new InetSocketAddress(Ip.six(0, new short[] {0, 0, 0, 0, 0, before, 0x7f00, 0x0001}), 80);
      TcpSocket socket = p2.createTcpSocket(IpAddressFamily.IPV6);
      fails(ErrorCode.INVALID_ARGUMENT, () -> socket.startBind(handle, address(within)));
      fails(ErrorCode.INVALID_ARGUMENT, () -> socket.startConnect(handle, address(within)));
      socket.close();
    }
  }

  private void refusesToBind(IpAddressFamily family, String wrong) throws SocketsException {
    TcpSocket socket = p2.createTcpSocket(family);
    fails(
        ErrorCode.INVALID_ARGUMENT, () -> socket.startBind(handle, address(Sockets.at(wrong, 0))));
    socket.close();
  }

  private void refusesToConnect(IpAddressFamily family, InetSocketAddress wrong)
      throws SocketsException {
    TcpSocket socket = p2.createTcpSocket(family);
    fails(ErrorCode.INVALID_ARGUMENT, () -> socket.startConnect(handle, address(wrong)));
    socket.close();
  }

  @Test
  void addressesAreOneSockets() throws SocketsException {
    TcpSocket first = listening(IpAddressFamily.IPV4);
    TcpSocket second = p2.createTcpSocket(IpAddressFamily.IPV4);
    IpSocketAddress taken = first.localAddress();
    fails(ErrorCode.ADDRESS_IN_USE, () -> second.startBind(handle, taken));
    fails(
        ErrorCode.ADDRESS_NOT_BINDABLE,
        () -> second.startBind(handle, address(Sockets.at("192.0.2.1", 0))));
    first.close();
    second.startBind(handle, taken); // it is free at once, and a failed bind was none
    second.finishBind();
    second.close();
    assertEquals(0, network.open());
  }

  @ParameterizedTest
  @EnumSource
  void hasOptionsThatConnectionsInherit(IpAddressFamily family) throws SocketsException {
    long second = 1_000_000_000;
    TcpSocket listening = bound(p2, family);
    listening.setListenBacklogSize(-1);
    listening.setKeepAliveEnabled(true);
    listening.setKeepAliveIdleTime(1);
    assertEquals(second, listening.keepAliveIdleTime());
    listening.setKeepAliveIdleTime(41 * second + 1);
    listening.setKeepAliveInterval(-1);
    listening.setKeepAliveCount(7);
    listening.setReceiveBufferSize(0x10000);
    listening.setSendBufferSize(0x10000);
    fails(ErrorCode.INVALID_ARGUMENT, () -> listening.setKeepAliveIdleTime(0));
    fails(ErrorCode.INVALID_ARGUMENT, () -> listening.setKeepAliveInterval(0));
    fails(ErrorCode.INVALID_ARGUMENT, () -> listening.setKeepAliveCount(0));
    fails(ErrorCode.INVALID_ARGUMENT, () -> listening.setReceiveBufferSize(0));
    fails(ErrorCode.INVALID_ARGUMENT, () -> listening.setSendBufferSize(0));
    fails(ErrorCode.INVALID_ARGUMENT, () -> listening.setHopLimit((byte) 0));
    listening.startListen();
    listening.finishListen();
    TcpSocket client = p2.createTcpSocket(family);
    client.startConnect(handle, listening.localAddress());
    await(listening);
    TcpSocket.Accepted accepted = listening.accept();
    for (TcpSocket socket : List.of(listening, accepted.socket())) {
      assertTrue(socket.keepAliveEnabled());
      assertEquals(42 * second, socket.keepAliveIdleTime());
      assertTrue(socket.keepAliveInterval() > second);
      assertEquals(7, socket.keepAliveCount());
      assertEquals(0x10000, socket.receiveBufferSize());
      assertEquals(0x10000, socket.sendBufferSize());
      assertEquals(family, socket.addressFamily());
    }
    assertFalse(client.keepAliveEnabled());
    assertNotEquals(7, client.keepAliveCount());
    client.setReceiveBufferSize(-1);
  }

  @Test
  void withoutPermissionThereIsNoNetwork() throws SocketsException {
    P2Network none = new P2Network(Sockets.network("", ""));
    TcpSocket socket = none.createTcpSocket(IpAddressFamily.IPV4);
    fails(ErrorCode.ACCESS_DENIED, () -> socket.startBind(handle, loopback(IpAddressFamily.IPV4)));
    fails(
        ErrorCode.ACCESS_DENIED,
        () -> socket.startConnect(handle, address(Sockets.at("127.0.0.1", 80))));
    fails(ErrorCode.ACCESS_DENIED, () -> none.resolveAddresses(handle, "localhost"));
  }

  @Test
  void onlyWhatIsPermittedIsReached() throws SocketsException {
    TcpSocket server = listening(IpAddressFamily.IPV4);
    IpSocketAddress there = server.localAddress();
    int port = P2Words.address(there).getPort();
    P2Network other = new P2Network(Sockets.network("127.0.0.2:" + port, ""));
    TcpSocket denied = other.createTcpSocket(IpAddressFamily.IPV4);
    fails(ErrorCode.ACCESS_DENIED, () -> denied.startConnect(handle, there));
    fails(
        ErrorCode.ACCESS_DENIED,
        () -> denied.startConnect(handle, address(Sockets.at("127.0.0.2", port + 1))));
    TcpSocket local = bound(other, IpAddressFamily.IPV4);
    fails(ErrorCode.ACCESS_DENIED, local::startListen);
    fails(
        ErrorCode.ACCESS_DENIED,
        () -> denied.startBind(handle, address(Sockets.at("127.0.0.1", port + 1))));
    P2Network right = new P2Network(Sockets.network("127.0.0.1:" + port, ""));
    TcpSocket client = right.createTcpSocket(IpAddressFamily.IPV4);
    client.startConnect(handle, there);
    await(client);
    client.finishConnect();
  }

  /** What a slow peer does not take is kept up to a bound, and nobody waits for it in the host. */
  @Test
  void aSlowPeerHoldsUpNobodyElse() throws Exception {
    Pair pair = pair(IpAddressFamily.IPV4);
    Streams.OutputStream output = pair.ends().output();
    long sent = 0;
    for (long room = output.checkWrite(); room > 0; room = output.checkWrite()) {
      output.write(ByteBuffer.allocate((int) room));
      sent += room;
    }
    assertFalse(output.subscribe().ready());
    pair.client().close();
    pair.ends().input().close();
    output.close(); // what was written still goes
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try {
      while (true) {
        received.write(pair.accepted().input().blockingRead(1 << 16).array());
      }
    } catch (StreamException end) {
      assertEquals(new Streams.StreamError.Closed(), end.error());
    }
    assertEquals(sent, received.size());
  }

  /** The handles may be dropped in any order, and those that are left say that all is over. */
  @Test
  void whatIsLeftAfterDroppingEndsWell() throws Exception {
    TcpSocket listening = listening(IpAddressFamily.IPV4);
    Poll.Pollable connection = listening.subscribe();
    assertFalse(connection.ready());
    listening.close();
    assertTrue(connection.ready());
    connection.block();

    Pair pair = pair(IpAddressFamily.IPV4);
    Poll.Pollable readable = pair.ends().input().subscribe();
    pair.client().close();
    pair.ends().output().blockingWriteAndFlush(ByteBuffer.wrap(new byte[] {1}));
    assertEquals(ByteBuffer.wrap(new byte[] {1}), pair.accepted().input().blockingRead(9));
    assertFalse(readable.ready());
    pair.ends().input().close();
    pair.ends().output().close();
    readable.block();
    assertThrows(StreamException.class, () -> pair.accepted().input().blockingSkip(9));
    pair.accepted().socket().close();
    pair.accepted().input().close();
    pair.accepted().output().close();
    assertEquals(0, network.open());
  }

  @Test
  void thereAreNotTooManySockets() throws Exception {
    for (int i = 0; i < 4000; i++) {
      network.opens();
    }
    fails(ErrorCode.NEW_SOCKET_LIMIT, () -> p2.createTcpSocket(IpAddressFamily.IPV4));
    network.closes();
    TcpSocket last = p2.createTcpSocket(IpAddressFamily.IPV4);
    fails(ErrorCode.NEW_SOCKET_LIMIT, () -> p2.createUdpSocket(IpAddressFamily.IPV4));
    last.close();
  }
}
