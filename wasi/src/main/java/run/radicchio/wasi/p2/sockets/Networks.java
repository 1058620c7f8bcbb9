package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.Unsigned;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:sockets/network}: what all of sockets is spoken of with. */
@WitInterface(
    value = "wasi:sockets/network",
    versions = WasiVersion.P2,
    types = {
      Networks.Network.class,
      Networks.ErrorCode.class,
      Networks.IpAddressFamily.class,
      Networks.IpAddress.class,
      Networks.IpSocketAddress.class
    })
public interface Networks {

  /** Access to the network, or to a part of it. */
  @WitResource
  interface Network extends AutoCloseable {
    @Override
    void close();
  }

  /** Why an operation on the network failed. */
  enum ErrorCode {
    /** Something else. */
    UNKNOWN,
    /** The guest may not do this, or not with that address. */
    ACCESS_DENIED,
    /** The host or its system cannot do this. */
    NOT_SUPPORTED,
    /** An argument makes no sense. */
    INVALID_ARGUMENT,
    /** There is not enough memory. */
    OUT_OF_MEMORY,
    /** It took too long. */
    TIMEOUT,
    /** Another operation is in progress that this cannot be done beside. */
    CONCURRENCY_CONFLICT,
    /** The operation to be finished was not started, or is finished already. */
    NOT_IN_PROGRESS,
    /** It would have to be waited for. */
    WOULD_BLOCK,
    /** The socket is in no state for this. */
    INVALID_STATE,
    /** There may be no more sockets. */
    NEW_SOCKET_LIMIT,
    /** The address is none that could be bound to. */
    ADDRESS_NOT_BINDABLE,
    /** The address is in use, or there are no ports left. */
    ADDRESS_IN_USE,
    /** No way leads to the remote address. */
    REMOTE_UNREACHABLE,
    /** The peer refused the connection. */
    CONNECTION_REFUSED,
    /** The peer reset the connection. */
    CONNECTION_RESET,
    /** The connection was aborted. */
    CONNECTION_ABORTED,
    /** The datagram is too large. */
    DATAGRAM_TOO_LARGE,
    /** The name is nobody's, or has no address. */
    NAME_UNRESOLVABLE,
    /** Names could not be looked up this time. */
    TEMPORARY_RESOLVER_FAILURE,
    /** Names cannot be looked up. */
    PERMANENT_RESOLVER_FAILURE
  }

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
