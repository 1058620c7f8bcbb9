package run.radicchio.wasi.p2.sockets;

import org.jspecify.annotations.Nullable;
import run.radicchio.component.wit.Borrow;
import run.radicchio.component.wit.WitInterface;
import run.radicchio.component.wit.WitResource;
import run.radicchio.wasi.WasiVersion;
import run.radicchio.wasi.p2.io.Poll;

/** {@code wasi:sockets/ip-name-lookup}: the addresses of names. */
@WitInterface(
    value = "wasi:sockets/ip-name-lookup",
    versions = WasiVersion.P2,
    uses = {Poll.class, Networks.class})
public interface IpNameLookup {

  /** The addresses of a name, one after the other, the best first. */
  @WitResource
  interface ResolveAddressStream extends AutoCloseable {
    /**
     * The next.
     *
     * @return null at the end
     */
    Networks.@Nullable IpAddress resolveNextAddress() throws SocketsException;

    /** Ready when the next is known, or the end, or a failure. */
    Poll.Pollable subscribe();

    @Override
    void close();
  }

  /**
   * Begins to look a name up; never waits.
   *
   * @param name a name, or an address, which is its own
   */
  ResolveAddressStream resolveAddresses(Networks.@Borrow Network network, String name)
      throws SocketsException;
}
