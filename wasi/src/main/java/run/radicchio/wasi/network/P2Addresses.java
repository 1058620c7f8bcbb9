package run.radicchio.wasi.network;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.p2.io.Poll;
import run.radicchio.wasi.p2.sockets.IpNameLookup;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;
import run.radicchio.wasi.p2.sockets.Networks.IpAddress;
import run.radicchio.wasi.p2.sockets.SocketsException;
import run.radicchio.wasi.poll.EventPollable;
import run.radicchio.wasi.poll.Happening;

/** The addresses of a name, for guests of WASI 0.2. */
final class P2Addresses implements IpNameLookup.ResolveAddressStream {
  private final CompletableFuture<List<InetAddress>> lookup;
  private final Happening known = new Happening();
  private int next;

  private P2Addresses(CompletableFuture<List<InetAddress>> lookup) {
    this.lookup = lookup;
    var _ = lookup.whenComplete((_, _) -> known.happen());
  }

  /** Begins to look a name up; what is wrong with it is said at once. */
  static P2Addresses of(Permissions permissions, String name) throws SocketsException {
    CompletableFuture<List<InetAddress>> lookup = NameLookup.of(permissions, name);
    if (lookup.isCompletedExceptionally()) {
      throw failure(lookup);
    }
    return new P2Addresses(lookup);
  }

  private static SocketsException failure(CompletableFuture<?> lookup) {
    return new SocketsException(
        lookup.exceptionNow() instanceof NetworkFailure known ? known.code() : ErrorCode.UNKNOWN);
  }

  @Override
  public @Nullable IpAddress resolveNextAddress() throws SocketsException {
    if (!lookup.isDone()) {
      throw new SocketsException(ErrorCode.WOULD_BLOCK);
    } else if (lookup.isCompletedExceptionally()) {
      throw failure(lookup);
    }
    List<InetAddress> addresses = lookup.resultNow();
    return next == addresses.size() ? null : P2Words.address(addresses.get(next++));
  }

  @Override
  public Poll.Pollable subscribe() {
    return new EventPollable(known);
  }

  @Override
  public void close() {
    lookup.cancel(false);
  }
}
