package run.radicchio.wasi.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import run.radicchio.wasi.Endpoints;
import run.radicchio.wasi.p2.sockets.Networks.ErrorCode;

/**
 * Looks names up. The system makes whoever asks wait, so a few of its threads ask for everybody,
 * and go when there is nothing to ask; who waits for them is in a queue that is not endless.
 */
final class NameLookup {
  private static final int THREADS = 16;
  private static final int MOST_WAITING = 4096;
  private static final int IDLE_SECONDS = 5;
  private static final String FOR_NOW = "Temporary failure in name resolution";

  private static final ThreadPoolExecutor EXECUTOR = executor();

  private NameLookup() {}

  private static ThreadPoolExecutor executor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("radicchio-names-", 0).factory());
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /**
   * The addresses that a name has, the best first, which the guests may reach from now on.
   *
   * @param text a name, or an address, which is its own
   * @return fails with a {@link NetworkFailure}; one at least
   */
  static CompletableFuture<List<InetAddress>> of(Permissions permissions, String text) {
    if (permissions.areNone()) {
      return failed(ErrorCode.ACCESS_DENIED);
    }
    Optional<InetAddress> address = Endpoints.address(text);
    if (address.isPresent()) {
      return CompletableFuture.completedFuture(List.of(address.get()));
    }
    Optional<String> name = Endpoints.name(text);
    if (name.isEmpty()) {
      return failed(ErrorCode.INVALID_ARGUMENT);
    } else if (!permissions.mayLookUp(name.get())) {
      return failed(ErrorCode.ACCESS_DENIED);
    }
    return submitted(permissions, name.get());
  }

  private static CompletableFuture<List<InetAddress>> submitted(
      Permissions permissions, String name) {
    CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
    try {
      EXECUTOR.execute(
          () -> {
            if (!found.isDone()) {
              lookUp(permissions, name, found);
            }
          });
    } catch (RejectedExecutionException full) {
      return failed(ErrorCode.TEMPORARY_RESOLVER_FAILURE);
    }
    return found;
  }

  private static void lookUp(
      Permissions permissions, String name, CompletableFuture<List<InetAddress>> found) {
    try {
      List<InetAddress> addresses = List.of(InetAddress.getAllByName(name));
      permissions.found(name, addresses);
      found.complete(addresses);
    } catch (UnknownHostException nobody) {
      found.completeExceptionally(new NetworkFailure(codeOf(nobody)));
    } catch (RuntimeException broken) {
      found.completeExceptionally(new NetworkFailure(ErrorCode.PERMANENT_RESOLVER_FAILURE));
    }
  }

  private static ErrorCode codeOf(UnknownHostException failure) {
    String message = failure.getMessage();
    return message != null && message.contains(FOR_NOW)
        ? ErrorCode.TEMPORARY_RESOLVER_FAILURE
        : ErrorCode.NAME_UNRESOLVABLE;
  }

  private static <T> CompletableFuture<T> failed(ErrorCode code) {
    return CompletableFuture.failedFuture(new NetworkFailure(code));
  }
}
