package run.radicchio.wasi.network;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import run.radicchio.wasi.p3.sockets.IpNameLookup;
import run.radicchio.wasi.p3.sockets.TcpSocket;
import run.radicchio.wasi.p3.sockets.Types;
import run.radicchio.wasi.p3.sockets.UdpSocket;

/** {@code wasi:sockets@0.3}. */
public record P3Network(SharedNetwork network) implements Types, IpNameLookup {
  @Override
  public TcpSocket createTcpSocket(IpAddressFamily addressFamily) {
    return new P3TcpSocket(
        P3Words.attempt(() -> TcpEnd.open(network, P3Words.family(addressFamily))));
  }

  @Override
  public UdpSocket createUdpSocket(IpAddressFamily addressFamily) {
    return new P3UdpSocket(
        P3Words.attempt(() -> UdpEnd.open(network, P3Words.family(addressFamily))));
  }

  @Override
  public CompletionStage<List<IpAddress>> resolveAddresses(String name) {
    CompletableFuture<List<IpAddress>> result = new CompletableFuture<>();
    CompletableFuture<List<InetAddress>> lookup = NameLookup.of(network.permissions(), name);
    var _ =
        lookup.whenComplete(
            (addresses, failure) -> {
              if (failure == null) {
                result.complete(addresses.stream().map(P3Words::address).toList());
              } else {
                result.completeExceptionally(P3Words.lookupException(failure));
              }
            });
    var _ = result.whenComplete((_, _) -> lookup.cancel(false));
    return result;
  }
}
