package run.radicchio.wasi.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import run.radicchio.wasi.Endpoints;

/**
 * What guests may do on the network. Safe for use by several threads.
 *
 * <p>A name that is permitted stands for the addresses that were found when a guest looked it up,
 * and for no others. Since whoever has the name decides what these are, they are never those of the
 * machine itself or of its links, but for {@code localhost}.
 */
public final class Permissions {
  /** How many addresses are kept of a name; the oldest are forgotten. */
  private static final int MOST_ADDRESSES = 64;

  private static final String LOCALHOST = "localhost";

  private final List<Endpoints> remote;
  private final List<Endpoints> local;
  private final List<Found> found = new ArrayList<>();

  /** Addresses that a permitted name was found to have. */
  private record Found(Endpoints of, SequencedSet<InetAddress> addresses) {}

  /**
   * Permits what is listed.
   *
   * @param remote what guests may reach, and look up
   * @param local where guests may be reached
   */
  public Permissions(Collection<Endpoints> remote, Collection<Endpoints> local) {
    this.remote = List.copyOf(remote);
    this.local = List.copyOf(local);
  }

  /** Whether guests have no network at all. */
  public boolean areNone() {
    return remote.isEmpty() && local.isEmpty();
  }

  /** Whether guests may connect to there, and send datagrams. */
  public boolean mayReach(InetSocketAddress end) {
    return remote.stream().anyMatch(endpoints -> endpoints.contain(end)) || wasFound(end);
  }

  private synchronized boolean wasFound(InetSocketAddress end) {
    return found.stream()
        .anyMatch(
            some ->
                some.of().contain(end.getPort()) && some.addresses().contains(end.getAddress()));
  }

  /**
   * Whether guests may make requests of HTTP there.
   *
   * @param host a name or an address, as a request has it
   */
  public boolean mayRequest(String host, int port) {
    Optional<InetAddress> address = Endpoints.address(host);
    if (address.isPresent()) {
      return mayReach(new InetSocketAddress(address.get(), port));
    }
    return Endpoints.name(host)
        .filter(
            name ->
                remote.stream()
                    .anyMatch(endpoints -> endpoints.containName(name) && endpoints.contain(port)))
        .isPresent();
  }

  /** Whether others may reach guests there. */
  public boolean mayListen(InetSocketAddress end) {
    return local.stream().anyMatch(endpoints -> endpoints.contain(end));
  }

  /**
   * Whether guests may look a name up.
   *
   * @param name as {@link Endpoints#name} gives it
   */
  public boolean mayLookUp(String name) {
    return remote.stream().anyMatch(endpoints -> endpoints.containName(name));
  }

  /** From now on guests may reach what they found under a name, on the ports that it has. */
  public synchronized void found(String name, Collection<InetAddress> addresses) {
    List<InetAddress> trusted =
        addresses.stream()
            .filter(address -> name.equals(LOCALHOST) || !isOfTheMachine(address))
            .toList();
    for (Endpoints endpoints : remote) {
      if (endpoints.containName(name)) {
        SequencedSet<InetAddress> kept = addressesOf(endpoints);
        for (InetAddress address : trusted) {
          kept.addLast(address);
        }
        while (kept.size() > MOST_ADDRESSES) {
          kept.removeFirst();
        }
      }
    }
  }

  private SequencedSet<InetAddress> addressesOf(Endpoints endpoints) {
    for (Found some : found) {
      if (some.of() == endpoints) {
        return some.addresses();
      }
    }
    Found none = new Found(endpoints, new LinkedHashSet<>());
    found.add(none);
    return none.addresses();
  }

  private static boolean isOfTheMachine(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }
}
