package run.radicchio.wasi.network;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import run.radicchio.wasi.poll.Attempts;
import run.radicchio.wasi.poll.Event;

/** What is done when a socket is ready for it, for guests of WASI 0.3. */
final class Later {
  private Later() {}

  interface Attempt<T> {
    /**
     * Makes an attempt.
     *
     * @return null where it must be waited for
     */
    @Nullable T make() throws IOException;
  }

  interface Action {
    /**
     * Does it.
     *
     * @return false where it must be waited for
     */
    boolean run() throws IOException;
  }

  /**
   * Makes attempts at something each time that an event is ready, until one succeeds or fails, or
   * the future is cancelled. No thread waits for it.
   */
  static <T> CompletableFuture<T> when(Event event, Attempt<T> attempt) {
    CompletableFuture<T> result = new CompletableFuture<>();
    begin(
        event,
        result,
        () -> {
          T made = attempt.make();
          return made != null && result.complete(made);
        });
    return result;
  }

  /** The same of what gives nothing. */
  static CompletableFuture<Void> done(Event event, Action action) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    begin(event, result, () -> action.run() && result.complete(null));
    return result;
  }

  private static void begin(Event event, CompletableFuture<?> result, Action action) {
    Attempts attempts = Attempts.when(event, () -> isOver(result, action));
    var _ = result.whenComplete((_, _) -> attempts.close());
  }

  private static boolean isOver(CompletableFuture<?> result, Action action) {
    try {
      return result.isDone() || action.run() || result.isDone();
    } catch (IOException failure) {
      return result.completeExceptionally(P3Words.exception(failure));
    } catch (RuntimeException broken) {
      return result.completeExceptionally(broken);
    }
  }
}
