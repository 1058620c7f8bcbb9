package run.radicchio.webgpu.dawn.object;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What happens once, or never, and many may wait for. Each gets a future of its own, and is
 * forgotten when that is cancelled: a {@code CompletableFuture} keeps all who ever waited for it.
 *
 * @param <T> what is told of it
 */
public final class Once<T> {
  private final CompletableFuture<T> happened = new CompletableFuture<>();
  private final Map<Object, CompletableFuture<T>> waiting = new ConcurrentHashMap<>();

  /** A future that completes when it happens; at once if it has. */
  public CompletableFuture<T> future() {
    CompletableFuture<T> future = new CompletableFuture<>();
    Object who = new Object();
    waiting.put(who, future);
    CompletableFuture<?> _ = future.whenComplete((_, _) -> waiting.remove(who));
    if (happened.isDone()) {
      future.complete(happened.join());
    }
    return future;
  }

  /** It happens; only the first time counts. */
  public void happen(T told) {
    if (happened.complete(told)) {
      waiting.values().forEach(future -> future.complete(told));
    }
  }

  /** How many wait. */
  int waiting() {
    return waiting.size();
  }
}
