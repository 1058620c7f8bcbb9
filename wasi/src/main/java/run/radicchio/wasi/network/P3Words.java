package run.radicchio.wasi.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Result;
import run.radicchio.wasi.p2.sockets.Networks;
import run.radicchio.wasi.p3.sockets.ErrorCode;
import run.radicchio.wasi.p3.sockets.IpNameLookup;
import run.radicchio.wasi.p3.sockets.Ipv4Octets;
import run.radicchio.wasi.p3.sockets.Ipv6Segments;
import run.radicchio.wasi.p3.sockets.LookupException;
import run.radicchio.wasi.p3.sockets.SocketsException;
import run.radicchio.wasi.p3.sockets.Types.IpAddress;
import run.radicchio.wasi.p3.sockets.Types.IpAddressFamily;
import run.radicchio.wasi.p3.sockets.Types.IpSocketAddress;
import run.radicchio.wasi.p3.sockets.Types.Ipv4SocketAddress;
import run.radicchio.wasi.p3.sockets.Types.Ipv6SocketAddress;
import run.radicchio.wasi.streams.StreamFailure;

/** WASI 0.3's words for what this package says in those of 0.2. */
final class P3Words {
  private P3Words() {}

  interface Action {
    void run() throws IOException;
  }

  interface Attempt<T> {
    T run() throws IOException;
  }

  static void attempt(Action action) {
    var _ =
        attempt(
            () -> {
              action.run();
              return true;
            });
  }

  static <T> T attempt(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (IOException failure) {
      throw exception(failure);
    }
  }

  static SocketsException exception(IOException failure) {
    return new SocketsException(code(failure));
  }

  /** How a stream ended. */
  static Result<Void, ErrorCode> result(@Nullable IOException failure) {
    return failure == null ? Result.ok(null) : Result.err(code(failure));
  }

  private static ErrorCode code(IOException failure) {
    return StreamFailure.isBrokenPipe(failure)
        ? new ErrorCode.ConnectionBroken()
        : code(NetworkFailure.of(failure).code());
  }

  private static ErrorCode code(Networks.ErrorCode code) {
    return switch (code) {
      case ACCESS_DENIED -> new ErrorCode.AccessDenied();
      case NOT_SUPPORTED -> new ErrorCode.NotSupported();
      case INVALID_ARGUMENT -> new ErrorCode.InvalidArgument();
      case OUT_OF_MEMORY -> new ErrorCode.OutOfMemory();
      case TIMEOUT -> new ErrorCode.Timeout();
      case CONCURRENCY_CONFLICT, NOT_IN_PROGRESS, INVALID_STATE -> new ErrorCode.InvalidState();
      case ADDRESS_NOT_BINDABLE -> new ErrorCode.AddressNotBindable();
      case ADDRESS_IN_USE -> new ErrorCode.AddressInUse();
      case REMOTE_UNREACHABLE -> new ErrorCode.RemoteUnreachable();
      case CONNECTION_REFUSED -> new ErrorCode.ConnectionRefused();
      case CONNECTION_RESET -> new ErrorCode.ConnectionReset();
      case CONNECTION_ABORTED -> new ErrorCode.ConnectionAborted();
      case DATAGRAM_TOO_LARGE -> new ErrorCode.DatagramTooLarge();
      case NEW_SOCKET_LIMIT -> new ErrorCode.Other("there are too many sockets");
      case UNKNOWN,
          WOULD_BLOCK,
          NAME_UNRESOLVABLE,
          TEMPORARY_RESOLVER_FAILURE,
          PERMANENT_RESOLVER_FAILURE ->
          new ErrorCode.Other(null);
    };
  }

  /** Why a name could not be looked up. */
  static LookupException lookupException(@Nullable Throwable failure) {
    return new LookupException(
        failure instanceof NetworkFailure known
            ? lookupCode(known.code())
            : new IpNameLookup.ErrorCode.Other(null));
  }

  private static IpNameLookup.ErrorCode lookupCode(Networks.ErrorCode code) {
    return switch (code) {
      case ACCESS_DENIED -> new IpNameLookup.ErrorCode.AccessDenied();
      case INVALID_ARGUMENT -> new IpNameLookup.ErrorCode.InvalidArgument();
      case NAME_UNRESOLVABLE -> new IpNameLookup.ErrorCode.NameUnresolvable();
      case TEMPORARY_RESOLVER_FAILURE -> new IpNameLookup.ErrorCode.TemporaryResolverFailure();
      case PERMANENT_RESOLVER_FAILURE -> new IpNameLookup.ErrorCode.PermanentResolverFailure();
      default -> new IpNameLookup.ErrorCode.Other(null);
    };
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
    return P2Words.address(inP2(address));
  }

  private static Networks.IpSocketAddress inP2(IpSocketAddress address) {
    return switch (address) {
      case IpSocketAddress.Ipv4(Ipv4SocketAddress(short port, Ipv4Octets its)) ->
          new Networks.IpSocketAddress.Ipv4(
              new Networks.Ipv4SocketAddress(
                  port,
                  new run.radicchio.wasi.p2.sockets.Ipv4Octets(
                      its.first(), its.second(), its.third(), its.fourth())));
      case IpSocketAddress.Ipv6(
              Ipv6SocketAddress(short port, int flow, Ipv6Segments its, int scope)) ->
          new Networks.IpSocketAddress.Ipv6(
              new Networks.Ipv6SocketAddress(
                  port,
                  flow,
                  new run.radicchio.wasi.p2.sockets.Ipv6Segments(
                      its.first(),
                      its.second(),
                      its.third(),
                      its.fourth(),
                      its.fifth(),
                      its.sixth(),
                      its.seventh(),
                      its.eighth()),
                  scope));
    };
  }

  static IpSocketAddress address(InetSocketAddress address) {
    return switch (P2Words.address(address)) {
      case Networks.IpSocketAddress.Ipv4(var its) ->
          new IpSocketAddress.Ipv4(new Ipv4SocketAddress(its.port(), octets(its.address())));
      case Networks.IpSocketAddress.Ipv6(var its) ->
          new IpSocketAddress.Ipv6(
              new Ipv6SocketAddress(
                  its.port(), its.flowInfo(), segments(its.address()), its.scopeId()));
    };
  }

  static IpAddress address(InetAddress address) {
    return switch (P2Words.address(address)) {
      case Networks.IpAddress.Ipv4(var its) -> new IpAddress.Ipv4(octets(its));
      case Networks.IpAddress.Ipv6(var its) -> new IpAddress.Ipv6(segments(its));
    };
  }

  private static Ipv4Octets octets(run.radicchio.wasi.p2.sockets.Ipv4Octets its) {
    return new Ipv4Octets(its.first(), its.second(), its.third(), its.fourth());
  }

  private static Ipv6Segments segments(run.radicchio.wasi.p2.sockets.Ipv6Segments its) {
    return new Ipv6Segments(
        its.first(),
        its.second(),
        its.third(),
        its.fourth(),
        its.fifth(),
        its.sixth(),
        its.seventh(),
        its.eighth());
  }
}
