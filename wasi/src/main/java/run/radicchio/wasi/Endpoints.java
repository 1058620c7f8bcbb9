package run.radicchio.wasi;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends of connections that a guest may use: those of a host or a network, on one port or on all.
 *
 * <p>They are written {@code HOST[:PORT]}. A host is a name ({@code example.org}), an address
 * ({@code 192.0.2.1}), a network ({@code 10.0.0.0/8}), or {@code *} for all. A port is a number
 * from 1 to 65535, or {@code *} for all, as none is. Addresses of IPv6 are in brackets where a port
 * follows: {@code [::1]:80}, {@code [fd00::]/8}, {@code fd00::/8}.
 *
 * <p>A name is that name alone, not those below it. It stands for the addresses that it has when a
 * guest looks it up.
 */
public final class Endpoints {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[(?<bracketed>[^\\]]+)\\]|(?<bare>[^\\[\\]:/]+|[^\\[\\]/]*:[^\\[\\]/]*:[^\\[\\]/]*))"
              + "(?:/(?<bits>\\d{1,3}))?(?::(?<port>\\d{1,5}|\\*))?");
  private static final int ALL_PORTS = 0;
  private static final int LAST_PORT = 65535;

  private sealed interface Hosts {
    record All() implements Hosts {}

    record Named(String name) implements Hosts {}

    record Within(InetAddress network, int bits) implements Hosts {}
  }

  private final String text;
  private final Hosts hosts;
  private final int port;

  private Endpoints(String text, Hosts hosts, int port) {
    this.text = text;
    this.hosts = hosts;
    this.port = port;
  }

  /**
   * Reads them.
   *
   * @param text such as {@code example.org:443}
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  public static Endpoints of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          ("`%s` is no host; write HOST, HOST:PORT or *, such as example.org:443, 10.0.0.0/8 or"
                  + " [::1]:80")
              .formatted(text));
    }
    String bracketed = form.group("bracketed");
    String host = bracketed == null ? form.group("bare") : bracketed;
    return new Endpoints(
        text,
        hosts(text, host, bracketed != null, Optional.ofNullable(form.group("bits"))),
        port(text, Optional.ofNullable(form.group("port"))));
  }

  private static Hosts hosts(String text, String host, boolean bracketed, Optional<String> bits) {
    Optional<InetAddress> address = address(host);
    if (address.isPresent()) {
      return within(text, address.get(), bits);
    } else if (bracketed || bits.isPresent() || host.contains(":")) {
      throw new IllegalArgumentException("`%s`: %s is no address".formatted(text, host));
    } else if (host.equals("*")) {
      return new Hosts.All();
    }
    return new Hosts.Named(
        name(host)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "`%s`: %s is no name of a host".formatted(text, host))));
  }

  private static Hosts within(String text, InetAddress network, Optional<String> bits) {
    int all = network.getAddress().length * Byte.SIZE;
    int length = bits.map(Integer::parseInt).orElse(all);
    if (length > all) {
      throw new IllegalArgumentException(
          "`%s`: an address of this kind has %d bits".formatted(text, all));
    }
    return new Hosts.Within(network, length);
  }

  private static int port(String text, Optional<String> written) {
    int port = written.filter(it -> !it.equals("*")).map(Integer::parseInt).orElse(ALL_PORTS);
    if (port > LAST_PORT
        || (port == ALL_PORTS && written.filter(it -> !it.equals("*")).isPresent())) {
      throw new IllegalArgumentException(
          "`%s`: a port is a number from 1 to %d, or *".formatted(text, LAST_PORT));
    }
    return port;
  }

  /**
   * The address that a text is.
   *
   * @return empty where it is none; of an address of IPv4 within IPv6 that of IPv4
   */
  public static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /**
   * A name of a host in the form in which names are compared: in ASCII, and in small letters.
   *
   * @return empty where it is none
   */
  public static Optional<String> name(String text) {
    try {
      String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
      String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

  /** Whether a port at an address is among them; names, wherever they lead, have no addresses. */
  public boolean contain(InetSocketAddress end) {
    return switch (hosts) {
      case Hosts.All() -> contain(end.getPort());
      case Hosts.Named(String _) -> false;
      case Hosts.Within(InetAddress network, int bits) ->
          contain(end.getPort()) && isWithin(end.getAddress(), network, bits);
    };
  }

  /** Whether a host is among them by its name, on some port at least. */
  public boolean containName(String name) {
    return switch (hosts) {
      case Hosts.All() -> true;
      case Hosts.Named(String mine) -> mine.equals(name);
      case Hosts.Within(InetAddress _, int _) -> false;
    };
  }

  /** Whether a port is among them, of hosts that are. */
  public boolean contain(int itsPort) {
    return port == ALL_PORTS || port == itsPort;
  }

  private static boolean isWithin(InetAddress address, InetAddress network, int bits) {
    if (address instanceof Inet6Address != network instanceof Inet6Address) {
      return false;
    }
    byte[] its = address.getAddress();
    byte[] mine = network.getAddress();
    for (int i = 0; i < bits; i++) {
      if (bit(its, i) != bit(mine, i)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] bytes, int index) {
    return bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE) & 1;
  }

  /** As they were written. */
  @Override
  public String toString() {
    return text;
  }
}
