package run.radicchio.wasi.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;

/** Addresses. */
final class Ip {
  private static final int MAPPED_ZEROS = 10;
  private static final int IPV4_BYTES = 4;

  private Ip() {}

  /** The address of IPv4 of four bytes. */
  static InetAddress four(byte... octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new AssertionError("they are four", impossible);
    }
  }

  /** The address of IPv6 of eight numbers. */
  static InetAddress six(int scope, short... segments) {
    byte[] bytes = new byte[segments.length * Short.BYTES];
    for (int i = 0; i < segments.length; i++) {
      bytes[i * Short.BYTES] = (byte) (segments[i] >> Byte.SIZE);
      bytes[i * Short.BYTES + 1] = (byte) segments[i];
    }
    try {
      // Java would make others of IPv4, were it asked for any address.
      return Inet6Address.getByAddress(null, bytes, scope);
    } catch (UnknownHostException impossible) {
      throw new AssertionError("they are sixteen", impossible);
    }
  }

  /** A number of an address of IPv6, counted from 0. */
  static short segment(InetAddress six, int index) {
    byte[] bytes = six.getAddress();
    return (short)
        (bytes[index * Short.BYTES] << Byte.SIZE
            | Byte.toUnsignedInt(bytes[index * Short.BYTES + 1]));
  }

  /** Whether an address of IPv4 is within one of IPv6. */
  static boolean isMapped(Inet6Address address) {
    return bytesAreAll(address, 0, MAPPED_ZEROS, 0)
        && bytesAreAll(address, MAPPED_ZEROS, address.getAddress().length - IPV4_BYTES, 0xff);
  }

  static boolean bytesAreAll(InetAddress address, int from, int to, int value) {
    byte[] bytes = address.getAddress();
    for (int i = from; i < to; i++) {
      if (Byte.toUnsignedInt(bytes[i]) != value) {
        return false;
      }
    }
    return true;
  }

  /** All of the machine's addresses of a family. */
  static InetAddress any(ProtocolFamily family) {
    return family == StandardProtocolFamily.INET
        ? four(new byte[IPV4_BYTES])
        : six(0, new short[Byte.SIZE]);
  }

  static boolean isOf(ProtocolFamily family, InetAddress address) {
    return address instanceof Inet6Address == (family == StandardProtocolFamily.INET6);
  }
}
