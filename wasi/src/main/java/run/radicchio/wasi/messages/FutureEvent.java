package run.radicchio.wasi.messages;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import run.radicchio.wasi.poll.Event;
import run.radicchio.wasi.poll.Wakers;

/** Something that will be there: an event that is ready from then on. */
final class FutureEvent<T> implements Event {
  private final CompletableFuture<T> future;
  private final Wakers wakers = new Wakers();

  /**
   * Waits for it.
   *
   * @param future does not fail
   */
  FutureEvent(CompletableFuture<T> future) {
    this.future = future;
    var _ = future.thenRun(wakers::wakeAll);
  }

  /** It, if it is there. */
  Optional<T> value() {
    return future.isDone() ? Optional.of(future.join()) : Optional.empty();
  }

  @Override
  public boolean isReady() {
    return future.isDone();
  }

  @Override
  public Registration onReady(Runnable wake) {
    return wakers.addAwake(wake);
  }
}
