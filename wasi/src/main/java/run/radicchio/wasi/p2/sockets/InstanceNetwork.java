package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;

/** {@code wasi:sockets/instance-network}: the network that a guest has. */
@WitInterface(
    value = "wasi:sockets/instance-network",
    versions = WasiVersion.P2,
    uses = Networks.class)
public interface InstanceNetwork {
  /** The network. */
  Networks.Network instanceNetwork();
}
