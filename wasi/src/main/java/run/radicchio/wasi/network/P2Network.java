package run.radicchio.wasi.network;

import run.radicchio.wasi.p2.sockets.InstanceNetwork;
import run.radicchio.wasi.p2.sockets.IpNameLookup;
import run.radicchio.wasi.p2.sockets.Networks;
import run.radicchio.wasi.p2.sockets.SocketsException;
import run.radicchio.wasi.p2.sockets.Tcp;
import run.radicchio.wasi.p2.sockets.TcpCreateSocket;
import run.radicchio.wasi.p2.sockets.TcpSocket;
import run.radicchio.wasi.p2.sockets.Udp;
import run.radicchio.wasi.p2.sockets.UdpCreateSocket;

/** {@code wasi:sockets@0.2}. */
public record P2Network(SharedNetwork network)
    implements Networks, InstanceNetwork, IpNameLookup, Tcp, TcpCreateSocket, Udp, UdpCreateSocket {

  /** There is one only, and it gives nothing: what may be done is known without it. */
  private static final class TheNetwork implements Networks.Network {
    @Override
    public void close() {}
  }

  @Override
  public Networks.Network instanceNetwork() {
    return new TheNetwork();
  }

  @Override
  public TcpSocket createTcpSocket(IpAddressFamily addressFamily) throws SocketsException {
    return new P2TcpSocket(
        P2Words.attempt(() -> TcpEnd.open(network, P2Words.family(addressFamily))));
  }

  @Override
  public UdpSocket createUdpSocket(IpAddressFamily addressFamily) throws SocketsException {
    return new P2UdpSocket(
        P2Words.attempt(() -> UdpEnd.open(network, P2Words.family(addressFamily))));
  }

  @Override
  public ResolveAddressStream resolveAddresses(Networks.Network of, String name)
      throws SocketsException {
    return P2Addresses.of(network.permissions(), name);
  }
}
