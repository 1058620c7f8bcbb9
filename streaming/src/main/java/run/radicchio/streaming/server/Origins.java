package run.radicchio.streaming.server;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may speak to the server: its own, and those of origins that were allowed, such as
 * that of a reverse proxy before it. A server on loopback also wants to be called by a name of
 * loopback, so that no other name that leads here makes a page its own.
 */
public final class Origins {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final String scheme;
  private final boolean isLoopback;
  private final Set<String> allowed;

  /**
   * Those of a server.
   *
   * @param address where it listens
   * @param scheme its own, {@code http} or {@code https}
   * @param allowed others, such as {@code https://example.org}
   */
  public Origins(InetAddress address, String scheme, List<String> allowed) {
    this.scheme = scheme;
    this.isLoopback = address.isLoopbackAddress();
    this.allowed =
        allowed.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Whether a text is an origin: a scheme and an authority. */
  public static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text.toLowerCase(Locale.ROOT));
      return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && text.equalsIgnoreCase(uri.getScheme() + "://" + uri.getRawAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a request may be for this server. */
  boolean isHost(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return !isLoopback
        || LOOPBACK.contains(name.replaceFirst(":\\d{1,5}$", ""))
        || allowed.stream().anyMatch(one -> one.endsWith("://" + name));
  }

  /** Whether a page of this origin may have sent a request to this host. */
  boolean isAllowed(@Nullable String origin, @Nullable String host) {
    if (origin == null || host == null) {
      return false;
    }
    String text = origin.toLowerCase(Locale.ROOT);
    return text.equals(scheme + "://" + host.toLowerCase(Locale.ROOT)) || allowed.contains(text);
  }
}
