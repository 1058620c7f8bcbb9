package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:sockets/tcp-create-socket}: new sockets for connections. */
@WitInterface(
    value = "wasi:sockets/tcp-create-socket",
    versions = WasiVersion.P2,
    uses = {Networks.class, Tcp.class},
    types = Networks.Network.class)
public interface TcpCreateSocket {
  /** A socket that is not bound. */
  TcpSocket createTcpSocket(Networks.IpAddressFamily addressFamily) throws SocketsException;
}
