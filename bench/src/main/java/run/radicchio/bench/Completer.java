package run.radicchio.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Who completes what a guest waits for. */
sealed interface Completer extends Later, AutoCloseable {
  int RESULT = 7;

  @Override
  void close();

  /**
   * The guest's caller, on its own thread: the completion is an event of the store, which the guest
   * is told of once it waits.
   */
  final class OfCaller implements Completer {
    private CompletableFuture<Integer> pending = new CompletableFuture<>();

    @Override
    public CompletionStage<Integer> later() {
      pending = new CompletableFuture<>();
      return pending;
    }

    @Override
    public void release() {
      pending.complete(RESULT);
    }

    @Override
    public void close() {}
  }

  /**
   * A virtual thread that does nothing else. On one core it runs once the guest's caller waits,
   * where that is a virtual thread too.
   */
  final class OfOther implements Completer {
    private CompletableFuture<Integer> begun = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<Integer> pending;
    private volatile boolean closed;
    private final Thread thread = Thread.ofVirtual().name("completer").start(this::complete);

    private void complete() {
      while (!closed) {
        CompletableFuture<Integer> future = pending;
        if (future == null) {
          LockSupport.park(this);
        } else {
          pending = null;
          future.complete(RESULT);
        }
      }
    }

    @Override
    public CompletionStage<Integer> later() {
      begun = new CompletableFuture<>();
      return begun;
    }

    @Override
    public void release() {
      pending = begun;
      LockSupport.unpark(thread);
    }

    @Override
    public void close() {
      closed = true;
      LockSupport.unpark(thread);
    }
  }
}
