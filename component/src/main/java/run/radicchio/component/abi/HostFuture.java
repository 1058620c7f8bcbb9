package run.radicchio.component.abi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import run.radicchio.component.Trap;
import run.radicchio.component.runtime.Buffer;
import run.radicchio.component.runtime.ComponentInstance;
import run.radicchio.component.runtime.CopyResult;
import run.radicchio.component.runtime.ElementType;
import run.radicchio.component.runtime.Store;
import run.radicchio.component.runtime.Transfer;

/** A future that the host writes and a guest reads. */
final class HostFuture implements Transfer.ReadableSide {
  private final Store store;
  private final ElementType element;
  private final HostValues value;
  private final CompletableFuture<?> source;
  private boolean dropped;
  private @Nullable Pending pending;

  private record Pending(Buffer.Sink sink, Transfer.Listener listener) {}

  HostFuture(Store store, ElementType element, @Nullable Codec codec, CompletionStage<?> stage) {
    this.store = store;
    this.element = element;
    this.value = new HostValues(codec);
    this.source = stage.toCompletableFuture();
    // Not whenComplete, which makes an exception of a failure.
    var _ = source.handle((result, failure) -> store.post(() -> complete(result, failure)));
  }

  @Override
  public ElementType element() {
    return element;
  }

  private void complete(@Nullable Object result, @Nullable Throwable failure) {
    if (dropped) {
      HostValues.discard(result);
      return;
    }
    if (failure != null) {
      throw new Trap(Trap.Kind.HOST_FAILURE, "a future of the host failed: " + failure, failure);
    }
    value.add(result);
    Pending reader = pending;
    if (reader != null) {
      endPending();
      give(reader);
    }
  }

  private void give(Pending reader) {
    reader.sink().moveFrom(value, 1);
    reader.listener().done(CopyResult.COMPLETED);
  }

  private void endPending() {
    if (pending != null) {
      pending = null;
      store.hostOperations().ends();
    }
  }

  @Override
  public void read(
      @Nullable ComponentInstance reader, Buffer.Sink sink, Transfer.Listener listener) {
    Pending reading = new Pending(sink, listener);
    if (value.remaining() > 0) {
      give(reading);
    } else {
      pending = reading;
      store.hostOperations().begins();
    }
  }

  @Override
  public void cancel() {
    Pending reader = pending;
    if (reader != null) {
      endPending();
      reader.listener().done(CopyResult.CANCELLED);
    }
  }

  /** The host is told by the stage's cancellation: nobody waits for what it would give. */
  @Override
  public void drop() {
    dropped = true;
    endPending();
    value.discard();
    source.cancel(true);
  }
}
