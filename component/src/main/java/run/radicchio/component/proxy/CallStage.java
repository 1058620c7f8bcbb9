package run.radicchio.component.proxy;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The outcome of a call that nobody waits for. To cancel it asks the guest to end the call. */
final class CallStage extends CompletableFuture<@Nullable Object> {
  private final Invocation call;
  private final Entrance entrance;
  private @Nullable Runnable over;

  CallStage(Invocation call, Entrance entrance) {
    this.call = call;
    this.entrance = entrance;
  }

  /** The call goes on in the store, which wants to know when it is over. */
  void callGoesOn(Runnable newOver) {
    over = newOver;
  }

  void callIsOver() {
    if (over != null) {
      over.run();
    }
  }

  /** The call can never be over. */
  void fail(Throwable reason) {
    completeExceptionally(
        reason instanceof RuntimeException failure ? entrance.explained(failure) : reason);
  }

  /** Does not wait for the guest, which may return a result all the same. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean wasDone = isDone();
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled && !wasDone) {
      entrance.post(call::cancel);
    }
    return cancelled;
  }
}
