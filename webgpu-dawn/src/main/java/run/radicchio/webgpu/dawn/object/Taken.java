package run.radicchio.webgpu.dawn.object;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Hands results over that have to be closed. Who waits for one may give up, as guests do that
 * cancel a call; Dawn makes it nevertheless, and then it is closed.
 */
public final class Taken {
  private Taken() {}

  /**
   * A future that gets a result of another. To cancel it leaves the other alone, whose result is
   * then closed when it is there.
   */
  public static <T extends @Nullable AutoCloseable> CompletableFuture<T> orClosed(
      CompletableFuture<? extends T> made) {
    CompletableFuture<T> taken = new CompletableFuture<>();
    CompletableFuture<?> _ =
        made.whenComplete(
            (result, failure) -> {
              if (failure != null) {
                taken.completeExceptionally(failure);
              } else if (!taken.complete(result) && result != null) {
                close(result);
              }
            });
    return taken;
  }

  private static void close(AutoCloseable result) {
    try {
      result.close();
    } catch (Exception e) {
      throw new IllegalStateException("closing what Dawn made does not fail", e);
    }
  }
}
