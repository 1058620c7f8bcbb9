package run.radicchio.wasi.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.function.Executable;
import run.radicchio.wasi.Endpoints;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.p2.sockets.SocketsException;

/** What tests of sockets begin with. */
final class Sockets {
  static final InetSocketAddress LOOPBACK = at("127.0.0.1", 0);
  static final InetSocketAddress LOOPBACK_6 = at("::1", 0);

  private Sockets() {}

  static InetSocketAddress at(String address, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }

  static SharedNetwork all() {
    return network("*", "*");
  }

  /** A network on which guests may reach one, and be reached at another; empty for none. */
  static SharedNetwork network(String remote, String local) {
    return new SharedNetwork(new Permissions(endpoints(remote), endpoints(local)));
  }

  private static List<Endpoints> endpoints(String text) {
    return text.isEmpty() ? List.of() : List.of(Endpoints.of(text));
  }

  static void fails(ErrorCode code, Executable operation) {
    Exception failure = assertThrows(Exception.class, operation);
    assertEquals(
        code,
        switch (failure) {
          case NetworkFailure known -> known.code();
          case SocketsException told -> told.error();
          default -> throw new AssertionError(failure);
        });
  }
}
