package run.radicchio.wasi.client;

import java.util.concurrent.CompletableFuture;

/** Where requests may go. Hosts are as they are in requests; addresses of IPv6 without brackets. */
public interface Destinations {
  /** Whether they may go there, as far as the host's name or address tells. */
  boolean allow(String host, int port);

  /**
   * Looks up where a host is that is allowed. Java remembers that for some seconds, so that a
   * request which is made then goes nowhere else.
   *
   * @return fails with a {@link run.radicchio.wasi.http.HttpFailure} if the host is nowhere, or
   *     where requests may not go
   */
  CompletableFuture<Void> find(String host, int port);
}
