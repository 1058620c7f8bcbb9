package run.radicchio.wasi.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import run.radicchio.wasi.p2.sockets.Ipv4Octets;
import run.radicchio.wasi.p2.sockets.Ipv6Segments;
import run.radicchio.wasi.p2.sockets.Networks.IpAddress;
import run.radicchio.wasi.p2.sockets.Networks.IpAddressFamily;
import run.radicchio.wasi.p2.sockets.Networks.IpSocketAddress;
import run.radicchio.wasi.p2.sockets.Networks.Ipv4SocketAddress;
import run.radicchio.wasi.p2.sockets.Networks.Ipv6SocketAddress;
import run.radicchio.wasi.p2.sockets.SocketsException;

/** WASI 0.2's words for addresses and failures. */
final class P2Words {
  private P2Words() {}

  interface Action {
    void run() throws NetworkFailure, java.io.IOException;
  }

  interface Attempt<T> {
    T run() throws NetworkFailure, java.io.IOException;
  }

  static void attempt(Action action) throws SocketsException {
    var _ =
        attempt(
            () -> {
              action.run();
              return true;
            });
  }

  static <T> T attempt(Attempt<T> attempt) throws SocketsException {
    try {
      return attempt.run();
    } catch (java.io.IOException failure) {
      throw new SocketsException(NetworkFailure.of(failure).code());
    }
  }

  static ProtocolFamily family(IpAddressFamily family) {
    return switch (family) {
      case IPV4 -> StandardProtocolFamily.INET;
      case IPV6 -> StandardProtocolFamily.INET6;
    };
  }

  static IpAddressFamily family(ProtocolFamily family) {
    return family == StandardProtocolFamily.INET ? IpAddressFamily.IPV4 : IpAddressFamily.IPV6;
  }

  static InetSocketAddress address(IpSocketAddress address) {
    return switch (address) {
      case IpSocketAddress.Ipv4(Ipv4SocketAddress(short port, Ipv4Octets octets)) ->
          new InetSocketAddress(
              Ip.four(octets.first(), octets.second(), octets.third(), octets.fourth()),
              Short.toUnsignedInt(port));
      case IpSocketAddress.Ipv6(
              Ipv6SocketAddress(short port, int _, Ipv6Segments segments, int scope)) ->
          new InetSocketAddress(address(segments, scope), Short.toUnsignedInt(port));
    };
  }

  private static InetAddress address(Ipv6Segments segments, int scope) {
    return Ip.six(
        scope,
        segments.first(),
        segments.second(),
        segments.third(),
        segments.fourth(),
        segments.fifth(),
        segments.sixth(),
        segments.seventh(),
        segments.eighth());
  }

  static IpSocketAddress address(InetSocketAddress address) {
    short port = (short) address.getPort();
    return address.getAddress() instanceof Inet6Address six
        ? new IpSocketAddress.Ipv6(new Ipv6SocketAddress(port, 0, segments(six), six.getScopeId()))
        : new IpSocketAddress.Ipv4(new Ipv4SocketAddress(port, octets(address.getAddress())));
  }

  static IpAddress address(InetAddress address) {
    return address instanceof Inet6Address six
        ? new IpAddress.Ipv6(segments(six))
        : new IpAddress.Ipv4(octets(address));
  }

  private static Ipv4Octets octets(InetAddress address) {
    byte[] bytes = address.getAddress();
    return new Ipv4Octets(bytes[0], bytes[1], bytes[2], bytes[3]);
  }

  private static Ipv6Segments segments(InetAddress six) {
    return new Ipv6Segments(
        Ip.segment(six, 0),
        Ip.segment(six, 1),
        Ip.segment(six, 2),
        Ip.segment(six, 3),
        Ip.segment(six, 4),
        Ip.segment(six, 5),
        Ip.segment(six, 6),
        Ip.segment(six, 7));
  }
}
