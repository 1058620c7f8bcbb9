package run.radicchio.component.proxy;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.abi.FunctionCodec;
import run.radicchio.component.canon.Callee;

/** A function that a component exports, as the host calls it. Safe for use by several threads. */
public final class GuestFunction {
  private final String name;
  private final Callee callee;
  private final FunctionCodec codec;
  private final Entrance entrance;

  /**
   * A function whose values cross in a representation.
   *
   * @param name for the names of threads
   * @param entrance of the store that it is in
   */
  public GuestFunction(String name, Callee callee, FunctionCodec codec, Entrance entrance) {
    this.name = name;
    this.callee = callee;
    this.codec = codec;
    this.entrance = entrance;
  }

  /**
   * Calls it and waits for its result.
   *
   * @return null where it has none
   * @throws IllegalArgumentException if an argument is none of its type
   * @throws run.radicchio.component.Trap if the guest traps
   */
  public @Nullable Object call(@Nullable Object... arguments) {
    return finish(new Invocation(callee, codec, arguments));
  }

  private @Nullable Object finish(Invocation invocation) {
    entrance.call(invocation);
    return invocation.result();
  }

  /**
   * Calls it without waiting. To cancel what is returned asks the guest to end the call.
   *
   * @return a future that is completed with what {@link #call} would return or throw
   */
  public CompletableFuture<@Nullable Object> begin(@Nullable Object... arguments) {
    Invocation invocation = new Invocation(callee, codec, arguments);
    CompletableFuture<@Nullable Object> future = new CompletableFuture<>();
    var _ =
        future.whenComplete(
            (_, _) -> {
              if (future.isCancelled()) {
                entrance.post(invocation::cancel);
              }
            });
    Thread.ofVirtual()
        .name("radicchio-call-" + name)
        .start(
            () -> {
              try {
                future.complete(finish(invocation));
              } catch (Throwable failure) {
                future.completeExceptionally(failure);
              }
            });
    return future;
  }
}
