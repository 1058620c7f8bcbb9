package run.radicchio.wasi.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.util.concurrent.atomic.AtomicInteger;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;

/** What the guests of one host share: what they may do, and how many sockets they may have. */
public final class SharedNetwork {
  /** A process has some thousands of descriptors, or more, and others are to have some. */
  private static final int MOST_OPEN = 4000;

  /** How many leading bytes of an address of IPv6 are zero that has one of IPv4 within. */
  private static final int COMPATIBLE_ZEROS = 12;

  private final Permissions permissions;
  private final AtomicInteger open = new AtomicInteger();

  /** A network on which no socket is open. */
  public SharedNetwork(Permissions permissions) {
    this.permissions = permissions;
  }

  Permissions permissions() {
    return permissions;
  }

  /**
   * One more socket is open.
   *
   * @throws NetworkFailure {@code NEW_SOCKET_LIMIT} if there are too many
   */
  void opens() throws NetworkFailure {
    if (open.incrementAndGet() > MOST_OPEN) {
      closes();
      throw new NetworkFailure(ErrorCode.NEW_SOCKET_LIMIT);
    }
  }

  /** One is closed. */
  void closes() {
    open.decrementAndGet();
  }

  /** How many are open. */
  int open() {
    return open.get();
  }

  /** Whether a guest may bind a socket of a family to an address. */
  void checkBind(ProtocolFamily family, InetSocketAddress local) throws NetworkFailure {
    checkFamily(family, local.getAddress());
    boolean isPermitted =
        local.getPort() == 0 ? !permissions.areNone() : permissions.mayListen(local);
    if (!isPermitted) {
      throw new NetworkFailure(ErrorCode.ACCESS_DENIED);
    }
  }

  /** Whether a guest may have a socket listen at an address. */
  void checkListen(InetSocketAddress local) throws NetworkFailure {
    if (!permissions.mayListen(local)) {
      throw new NetworkFailure(ErrorCode.ACCESS_DENIED);
    }
  }

  /** Whether a guest may connect a socket of a family to an address, or send something there. */
  void checkReach(ProtocolFamily family, InetSocketAddress remote) throws NetworkFailure {
    checkFamily(family, remote.getAddress());
    if (remote.getAddress().isAnyLocalAddress() || remote.getPort() == 0) {
      throw new NetworkFailure(ErrorCode.INVALID_ARGUMENT);
    } else if (!permissions.mayReach(remote)) {
      throw new NetworkFailure(ErrorCode.ACCESS_DENIED);
    }
  }

  /** Connections have one end each. */
  static void checkUnicast(InetAddress address) throws NetworkFailure {
    if (address.isMulticastAddress() || isBroadcast(address)) {
      throw new NetworkFailure(ErrorCode.INVALID_ARGUMENT);
    }
  }

  private static boolean isBroadcast(InetAddress address) {
    return address instanceof Inet4Address && Ip.bytesAreAll(address, 0, 4, 0xff);
  }

  /**
   * Whether an address is of a family. One of IPv4 within one of IPv6 is of neither: it would be a
   * second name for the same machine.
   */
  private static void checkFamily(ProtocolFamily family, InetAddress address)
      throws NetworkFailure {
    boolean isOfFamily =
        switch (address) {
          case Inet6Address six ->
              family == StandardProtocolFamily.INET6 && !Ip.isMapped(six) && !isCompatible(six);
          default -> family == StandardProtocolFamily.INET;
        };
    if (!isOfFamily) {
      throw new NetworkFailure(ErrorCode.INVALID_ARGUMENT);
    }
  }

  private static boolean isCompatible(Inet6Address address) {
    return Ip.bytesAreAll(address, 0, COMPATIBLE_ZEROS, 0)
        && !address.isAnyLocalAddress()
        && !address.isLoopbackAddress();
  }
}
