package run.radicchio.wasi.client;

/** Where requests may go. */
@FunctionalInterface
public interface Destinations {
  /**
   * Whether they may go there.
   *
   * @param host a name or an address, as it is in the request; one of IPv6 without brackets
   */
  boolean allow(String host, int port);
}
