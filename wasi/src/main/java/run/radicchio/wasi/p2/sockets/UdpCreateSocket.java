package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:sockets/udp-create-socket}: new sockets for datagrams. */
@WitInterface(
    value = "wasi:sockets/udp-create-socket",
    versions = WasiVersion.P2,
    uses = {Networks.class, Udp.class},
    types = Networks.Network.class)
public interface UdpCreateSocket {
  /** A socket that is not bound. */
  Udp.UdpSocket createUdpSocket(Networks.IpAddressFamily addressFamily) throws SocketsException;
}
