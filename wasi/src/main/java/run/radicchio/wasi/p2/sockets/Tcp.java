package run.radicchio.wasi.p2.sockets;

import run.radicchio.component.wit.WitInterface;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.clocks.MonotonicClock;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.io.Streams;

/** {@code wasi:sockets/tcp}: connections. */
@WitInterface(
    value = "wasi:sockets/tcp",
    versions = WasiVersion.P2,
    uses = {Streams.class, Poll.class, MonotonicClock.class, Networks.class},
    types = {TcpSocket.class, Tcp.ShutdownType.class})
public interface Tcp {

  /** Which directions of a connection end. */
  enum ShutdownType {
    /** Nothing more is received. */
    RECEIVE,
    /** Nothing more is sent. */
    SEND,
    /** Both. */
    BOTH
  }
}
