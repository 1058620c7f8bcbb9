package run.radicchio.wasi.p3.sockets;

import run.radicchio.component.wit.Static;
import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitName;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:sockets/types}: connections and datagrams. */
@WitInterface(
    value = "wasi:sockets/types",
    versions = WasiVersion.P3,
    uses = run.radicchio.wasi.p3.clocks.Types.class,
    types = {Types.IpAddress.class, TcpSocket.class, UdpSocket.class})
public interface Types {

  /** A socket for connections, which is not bound. */
  @Static(TcpSocket.class)
  @WitName("create")
  TcpSocket createTcpSocket(IpAddressFamily addressFamily) throws SocketsException;

  /** A socket for datagrams, which is not bound. */
  @Static(UdpSocket.class)
  @WitName("create")
  UdpSocket createUdpSocket(IpAddressFamily addressFamily) throws SocketsException;

  /** A version of the Internet Protocol. */
  enum IpAddressFamily {
    /** Version 4. */
    IPV4,
    /** Version 6. */
    IPV6
  }

  /** An address, without a port. */
  sealed interface IpAddress {
    /** One of IPv4. */
    record Ipv4(@Ipv4Address Ipv4Octets address) implements IpAddress {}

    /** One of IPv6. */
    record Ipv6(@Ipv6Address Ipv6Segments address) implements IpAddress {}
  }

  /** An address of IPv4 with a port. */
  record Ipv4SocketAddress(@Unsigned short port, @Ipv4Address Ipv4Octets address) {}

  /**
   * An address of IPv6 with a port.
   *
   * @param scopeId the network interface that an address of a link belongs to; 0 where it says
   *     nothing
   */
  record Ipv6SocketAddress(
      @Unsigned short port,
      @Unsigned int flowInfo,
      @Ipv6Address Ipv6Segments address,
      @Unsigned int scopeId) {}

  /** An address with a port. */
  sealed interface IpSocketAddress {
    /** One of IPv4. */
    record Ipv4(Ipv4SocketAddress address) implements IpSocketAddress {}

    /** One of IPv6. */
    record Ipv6(Ipv6SocketAddress address) implements IpSocketAddress {}
  }
}
