package run.radicchio.wasi.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import run.radicchio.wasi.client.Destinations;
import run.radicchio.wasi.http.ErrorCode;
import run.radicchio.wasi.http.HttpFailure;

/** Requests of HTTP go where connections may: a name leads to the machine itself for neither. */
public final class HttpDestinations implements Destinations {
  private final Permissions permissions;
  private final Function<String, CompletableFuture<List<InetAddress>>> lookup;

  /** All that guests may reach. */
  public HttpDestinations(Permissions permissions) {
    this(permissions, host -> NameLookup.of(permissions, host));
  }

  /** What guests may reach of what a lookup finds. */
  HttpDestinations(
      Permissions permissions, Function<String, CompletableFuture<List<InetAddress>>> lookup) {
    this.permissions = permissions;
    this.lookup = lookup;
  }

  @Override
  public boolean allow(String host, int port) {
    return permissions.mayRequest(host, port);
  }

  @Override
  public CompletableFuture<Void> find(String host, int port) {
    return lookup
        .apply(host)
        .handle((addresses, failure) -> failure == null ? addresses : List.<InetAddress>of())
        .thenCompose(addresses -> checked(addresses, port));
  }

  /** All must be permitted, since who connects may choose any. */
  private CompletableFuture<Void> checked(List<InetAddress> addresses, int port) {
    if (addresses.isEmpty()) {
      return refused(new ErrorCode.DnsError(new ErrorCode.DnsErrorPayload(null, null)));
    }
    boolean mayBeReached =
        addresses.stream()
            .allMatch(address -> permissions.mayReach(new InetSocketAddress(address, port)));
    return mayBeReached
        ? CompletableFuture.completedFuture(null)
        : refused(new ErrorCode.DestinationIpProhibited());
  }

  private static CompletableFuture<Void> refused(ErrorCode why) {
    return CompletableFuture.failedFuture(new HttpFailure(why));
  }
}
